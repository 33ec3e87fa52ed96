package dev.gill.parse.xml;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Looks into a tree of XML by names without their prefixes, which every program chooses anew. */
public final class XmlTree {
  private XmlTree() {}

  public static String name(Element element) {
    return bare(element.tagName());
  }

  private static String bare(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** All elements of that name inside, at any depth, in their order. */
  public static List<Element> all(Element element, String name) {
    return element.getAllElements().stream()
        .filter(inside -> inside != element && name(inside).equals(name))
        .toList();
  }

  /** The elements of that name right inside. */
  public static List<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> name(child).equals(name)).toList();
  }

  public static Optional<Element> child(Element element, String name) {
    return element.children().stream().filter(child -> name(child).equals(name)).findFirst();
  }

  /** An attribute; empty if there is none of this name. */
  public static String value(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      if (bare(attribute.getKey()).equalsIgnoreCase(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }
}
