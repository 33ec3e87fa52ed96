package dev.gill.parse.office.opendocument;

import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The styles of an OpenDocument text, each of which may build on another one. */
final class OdtStyles {
  private static final int LONGEST_CHAIN = 20;
  private static final Pattern CODE = Pattern.compile(".*(preformatted|code|source).*");
  private static final Pattern HEADING = Pattern.compile("heading_20_([1-9])");
  private static final Pattern CONTENTS =
      Pattern.compile("(contents|toc|user_20_index|illustration_20_index)_20_(\\d|heading)");

  private final Map<String, XmlNode> styles = new HashMap<>();
  private final Map<String, XmlNode> lists = new HashMap<>();
  private XmlNode outline = XmlNode.NONE;

  void add(XmlNode node) {
    switch (node.name()) {
      case "style:style" ->
          styles.put(node.attr("style:family") + "/" + node.attr("style:name"), node);
      case "text:list-style" -> lists.put(node.attr("style:name"), node);
      case "text:outline-style" -> outline = node;
      default -> {}
    }
  }

  /** How a list of that style marks its items at a level from 1 on. */
  XmlNode level(String list, int level) {
    return level(lists.getOrDefault(list, XmlNode.NONE), level);
  }

  /** How headings of a level are numbered. */
  XmlNode outline(int level) {
    return level(outline, level);
  }

  private static XmlNode level(XmlNode style, int level) {
    return style.children().stream()
        .filter(node -> node.attr("text:level").equals(Integer.toString(level)))
        .findFirst()
        .orElse(XmlNode.NONE);
  }

  /** The list that paragraphs of that style belong to; empty if none. */
  String listOf(String style) {
    return property("paragraph", style, "", "style:list-style-name");
  }

  boolean isCode(String style) {
    return names(style).stream().anyMatch(name -> CODE.matcher(name).matches());
  }

  boolean isTitle(String style) {
    return names(style).contains("title");
  }

  /** The level of paragraphs of that style as headings; 0 if they are none. */
  int heading(String style) {
    return names(style).stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.parseInt(name.group(1)))
        .findFirst()
        .orElse(0);
  }

  boolean isContents(String style) {
    return names(style).stream().anyMatch(name -> CONTENTS.matcher(name).matches());
  }

  boolean isHidden(String family, String style) {
    return property(family, style, "style:text-properties", "text:display").equals("none");
  }

  boolean isStruck(String family, String style) {
    String line = property(family, style, "style:text-properties", "style:text-line-through-style");
    String type = property(family, style, "style:text-properties", "style:text-line-through-type");
    return isLine(line) || (line.isEmpty() && isLine(type));
  }

  private static boolean isLine(String line) {
    return !line.isEmpty() && !line.equals("none");
  }

  boolean isRaised(String style) {
    String position = property("text", style, "style:text-properties", "style:text-position");
    return position.startsWith("super") || position.matches("[1-9]\\d*%.*");
  }

  boolean isBold(String family, String style) {
    return property(family, style, "style:text-properties", "fo:font-weight").equals("bold");
  }

  private List<XmlNode> chain(String family, String style) {
    List<XmlNode> chain = new ArrayList<>();
    XmlNode node = styles.get(family + "/" + style);
    while (node != null && chain.size() < LONGEST_CHAIN) {
      chain.add(node);
      node = styles.get(family + "/" + node.attr("style:parent-style-name"));
    }
    return chain;
  }

  private String property(String family, String style, String group, String name) {
    return chain(family, style).stream()
        .map(node -> (group.isEmpty() ? node : node.at(group)).attr(name))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The names of a paragraph's style and of those that it builds on, in lower case. */
  private List<String> names(String style) {
    List<String> names = new ArrayList<>();
    names.add(style.toLowerCase(Locale.ROOT));
    for (XmlNode node : chain("paragraph", style)) {
      names.add(node.attr("style:parent-style-name").toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
