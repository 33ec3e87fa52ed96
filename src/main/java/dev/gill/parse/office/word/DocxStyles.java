package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The styles of a Word document, each of which may build on another one. */
final class DocxStyles {
  private static final int LONGEST_CHAIN = 20;
  private static final int NO_HEADING = 9;
  private static final Pattern HEADING = Pattern.compile("heading ?(\\d)");
  private static final Pattern CODE = Pattern.compile(".*(code|preformatted|source|verbatim).*");

  /** Built-in names, which are the same in every language. */
  private static final Pattern CONTENTS =
      Pattern.compile(
          "toc ?\\d|toc heading|contents ?\\d|table of (figures|authorities)|index ?\\d");

  private final Map<String, XmlNode> styles = new HashMap<>();
  private String usual = "";

  void add(XmlNode style) {
    if (style.name().equals("w:style")) {
      styles.put(style.attr("w:styleId"), style);
      boolean first = style.attr("w:default").matches("1|true|on");
      if (first && style.attr("w:type").equals("paragraph")) {
        usual = style.attr("w:styleId");
      }
    }
  }

  /** The style of a paragraph with these properties. */
  String of(XmlNode paragraphProperties) {
    String id = paragraphProperties.at("w:pStyle").val();
    return id.isEmpty() ? usual : id;
  }

  /** The style and what it builds on, from the nearest. */
  List<XmlNode> chain(String id) {
    List<XmlNode> chain = new ArrayList<>();
    XmlNode style = styles.get(id);
    while (style != null && chain.size() < LONGEST_CHAIN) {
      chain.add(style);
      style = styles.get(style.at("w:basedOn").val());
    }
    return chain;
  }

  /** What the nearest style that says it says; {@link XmlNode#NONE} if none does. */
  XmlNode property(String id, String... path) {
    return chain(id).stream()
        .map(style -> style.at(path))
        .filter(XmlNode::exists)
        .findFirst()
        .orElse(XmlNode.NONE);
  }

  /** A property of characters that each level of styles switches over (ECMA-376, 17.7.3). */
  boolean isOn(XmlNode run, String paragraphStyle, String property) {
    XmlNode own = run.at(property);
    if (own.exists()) {
      return own.isOn();
    }
    boolean byCharacters = property(run.at("w:rStyle").val(), "w:rPr", property).isOn();
    return byCharacters ^ property(paragraphStyle, "w:rPr", property).isOn();
  }

  /** Whether a run is raised. */
  boolean isRaised(XmlNode run, String paragraphStyle) {
    XmlNode own = run.at("w:vertAlign");
    if (!own.exists()) {
      own = property(run.at("w:rStyle").val(), "w:rPr", "w:vertAlign");
    }
    if (!own.exists()) {
      own = property(paragraphStyle, "w:rPr", "w:vertAlign");
    }
    return own.val().equals("superscript");
  }

  /** Whether a control shows what is to be filled in, rather than what somebody filled in. */
  boolean isPrompt(XmlNode control) {
    if (!control.at("w:sdtPr", "w:showingPlcHdr").isOn()) {
      return false;
    }
    boolean[] grey = {false};
    control.find(Set.of("w:rStyle"), node -> grey[0] |= isPromptStyle(node.val()));
    return grey[0];
  }

  private boolean isPromptStyle(String id) {
    return named(id, name -> name.replace(" ", "").contains("placeholder"));
  }

  boolean isCode(String id) {
    return CODE.matcher(name(id)).matches();
  }

  boolean isContents(String id) {
    return named(id, name -> CONTENTS.matcher(name).matches());
  }

  /** The level of a heading from 1 on; 0 if it is none. */
  int heading(XmlNode properties, String id) {
    int outline = XmlNode.number(properties.at("w:outlineLvl").val(), -1);
    if (outline >= 0) {
      return outline < NO_HEADING ? outline + 1 : 0;
    }
    for (XmlNode style : chain(id)) {
      int level = XmlNode.number(style.at("w:pPr", "w:outlineLvl").val(), -1);
      if (level >= 0) {
        return level < NO_HEADING ? level + 1 : 0;
      }
      int named = heading(lower(style));
      if (named > 0) {
        return named;
      }
    }
    return heading(name(id));
  }

  private static int heading(String name) {
    Matcher heading = HEADING.matcher(name);
    return name.equals("title") ? 1 : heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
  }

  private boolean named(String id, Predicate<String> test) {
    List<XmlNode> chain = chain(id);
    return chain.isEmpty()
        ? test.test(name(id))
        : chain.stream().anyMatch(style -> test.test(lower(style)));
  }

  /** The style's own name in lower case, or its id where it has none. */
  private String name(String id) {
    XmlNode style = styles.get(id);
    return style == null || lower(style).isEmpty() ? id.toLowerCase(Locale.ROOT) : lower(style);
  }

  private static String lower(XmlNode style) {
    return style.at("w:name").val().toLowerCase(Locale.ROOT);
  }
}
