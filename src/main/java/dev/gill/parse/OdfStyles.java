package dev.gill.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What an OpenDocument file's styles say of lists and of code. */
final class OdfStyles extends DefaultHandler {
  private static final int LONGEST_CHAIN = 20;

  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> numbered = new HashSet<>();
  private final Set<String> unmarked = new HashSet<>();
  private final int deepest;
  private int depth;
  private String list = "";

  OdfStyles(Limits limits) {
    this.deepest = limits.depth();
  }

  @Override
  public void endElement(String uri, String local, String name) {
    depth--;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    if (++depth > deepest) {
      throw Refused.nested();
    }
    switch (name) {
      case "style:style" ->
          parents.put(
              OdfHandler.value(attributes, "style:name"),
              OdfHandler.value(attributes, "style:parent-style-name"));
      case "text:list-style" -> list = OdfHandler.value(attributes, "style:name");
      case "text:list-level-style-number" -> {
        boolean shown = !OdfHandler.value(attributes, "style:num-format").isEmpty();
        (shown ? numbered : unmarked).add(list + "/" + OdfHandler.value(attributes, "text:level"));
      }
      default -> {}
    }
  }

  /** Whether a list of that style counts its items at that level, the outermost being 1. */
  boolean isNumbered(String listStyle, int level) {
    return numbered.contains(listStyle + "/" + level);
  }

  /** Whether a list of that style shows nothing before its items at that level. */
  boolean isUnmarked(String listStyle, int level) {
    return unmarked.contains(listStyle + "/" + level);
  }

  boolean isCode(String style) {
    return reaches(style, ".*(preformatted|code|source).*");
  }

  boolean isTitle(String style) {
    return reaches(style, "title");
  }

  private boolean reaches(String style, String pattern) {
    String name = style;
    for (int i = 0; i < LONGEST_CHAIN && !name.isEmpty(); i++) {
      if (name.toLowerCase(Locale.ROOT).matches(pattern)) {
        return true;
      }
      name = parents.getOrDefault(name, "");
    }
    return false;
  }
}
