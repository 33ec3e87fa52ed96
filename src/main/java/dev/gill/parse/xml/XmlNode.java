package dev.gill.parse.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An element of a document's markup with all that it holds. One that is not there is {@link #NONE},
 * so that a path can be followed without asking at each step.
 */
public final class XmlNode {
  public static final XmlNode NONE = new XmlNode("", new String[0]);

  /** What words are called that stand between elements. */
  public static final String WORDS = "#words";

  private static final Set<String> OFF = Set.of("0", "false", "off", "none");

  private final String name;
  private final String[] attributes;
  private List<XmlNode> children = List.of();
  private String text = "";

  /**
   * @param attributes names and values in turn
   */
  public XmlNode(String name, String[] attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  public void add(XmlNode child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(child);
  }

  public void text(String words) {
    text = words;
  }

  public String name() {
    return name;
  }

  /** The words of an element that holds no other one. */
  public String text() {
    return text;
  }

  public List<XmlNode> children() {
    return children;
  }

  /** Empty if there is none of this name. */
  public String attr(String wanted) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(wanted)) {
        return attributes[i + 1];
      }
    }
    return "";
  }

  /** What Word calls an element's value. */
  public String val() {
    return attr("w:val");
  }

  public boolean exists() {
    return this != NONE;
  }

  /** Whether it is there and does not say that it is off. */
  public boolean isOn() {
    return exists() && !OFF.contains(val());
  }

  /** The first element under these names, one inside the other. */
  public XmlNode at(String... path) {
    XmlNode node = this;
    for (String step : path) {
      node = node.first(step);
    }
    return node;
  }

  private XmlNode first(String wanted) {
    for (XmlNode child : children) {
      if (child.name.equals(wanted)) {
        return child;
      }
    }
    return NONE;
  }

  public List<XmlNode> all(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** Visits what lies under it in the order of the document, but nothing under a match. */
  public void find(Set<String> wanted, Consumer<XmlNode> found) {
    for (XmlNode child : children) {
      if (wanted.contains(child.name)) {
        found.accept(child);
      } else {
        child.find(wanted, found);
      }
    }
  }

  /** The words of all elements of that name under it. */
  public String words(String wanted) {
    StringBuilder words = new StringBuilder();
    find(Set.of(wanted), node -> words.append(node.text));
    return words.toString().strip();
  }

  /** A number, or the other one where it is none or not there. */
  public static int number(String digits, int otherwise) {
    return digits.matches("-?\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
  }
}
