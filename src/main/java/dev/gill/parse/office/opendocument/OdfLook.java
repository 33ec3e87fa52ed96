package dev.gill.parse.office.opendocument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which of an OpenDocument file's styles strike words out, raise them, or hide a sheet or slide.
 */
final class OdfLook extends DefaultHandler {
  private static final int LONGEST_CHAIN = 20;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Boolean> struck = new HashMap<>();
  private final Map<String, Boolean> raised = new HashMap<>();
  private final Set<String> bold = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private String style = "";

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (name) {
      case "style:style" -> {
        style = OdfHandler.value(attributes, "style:name");
        parents.put(style, OdfHandler.value(attributes, "style:parent-style-name"));
      }
      case "style:text-properties" -> text(attributes);
      case "style:table-properties" -> {
        if (OdfHandler.value(attributes, "table:display").equals("false")) {
          hidden.add(style);
        }
      }
      case "style:drawing-page-properties" -> {
        if (OdfHandler.value(attributes, "presentation:visibility").equals("hidden")) {
          hidden.add(style);
        }
      }
      default -> {}
    }
  }

  private void text(Attributes attributes) {
    String line = OdfHandler.value(attributes, "style:text-line-through-style");
    String type = OdfHandler.value(attributes, "style:text-line-through-type");
    if (!line.isEmpty() || !type.isEmpty()) {
      struck.put(style, !line.equals("none") && !type.equals("none"));
    }
    String position = OdfHandler.value(attributes, "style:text-position");
    if (!position.isEmpty()) {
      raised.put(style, position.matches("(super|[1-9]\\d*%).*"));
    }
    if (OdfHandler.value(attributes, "fo:font-weight").equals("bold")) {
      bold.add(style);
    }
  }

  boolean isStruck(String name) {
    return is(struck, name);
  }

  boolean isRaised(String name) {
    return is(raised, name);
  }

  boolean isBold(String name) {
    return bold.contains(name);
  }

  boolean isHidden(String name) {
    return hidden.contains(name);
  }

  private boolean is(Map<String, Boolean> known, String name) {
    String at = name;
    for (int i = 0; i < LONGEST_CHAIN && !at.isEmpty(); i++) {
      Boolean said = known.get(at);
      if (said != null) {
        return said;
      }
      at = parents.getOrDefault(at, "");
    }
    return false;
  }
}
