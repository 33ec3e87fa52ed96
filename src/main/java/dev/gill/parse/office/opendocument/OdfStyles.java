package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What an OpenDocument file's styles say of lists. */
final class OdfStyles extends DefaultHandler {
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
}
