package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that are open: of each the result is read and not its code. */
final class DocxFields {
  private static final Set<String> CONTENTS = Set.of("TOC", "TOA", "INDEX");
  private static final Set<String> PAGES = Set.of("PAGE", "NUMPAGES", "SECTIONPAGES");
  private static final Pattern LINK =
      Pattern.compile("\\s*HYPERLINK\\s+(?:\"([^\"]+)\"|([^\\s\\\\\"]+)).*", Pattern.DOTALL);

  /** One field. */
  static final class Field {
    private final XmlNode form;
    private final StringBuilder code = new StringBuilder();
    private boolean result;

    private Field(XmlNode form) {
      this.form = form;
    }

    private String kind() {
      return code.toString().strip().split("[\\s\\\\]", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Where a link leads; empty if it is none. */
    String target() {
      Matcher link = LINK.matcher(code);
      return link.matches() ? link.group(1) == null ? link.group(2) : link.group(1) : "";
    }

    /** Whether its text is drawn from its code, so that no result is stored. */
    boolean isEquation() {
      return kind().equals("EQ") && !result;
    }

    /** What a box or a list of choices shows; empty if it is neither. */
    String chosen() {
      XmlNode box = form.at("w:checkBox");
      if (box.exists()) {
        XmlNode state = box.at("w:checked").exists() ? box.at("w:checked") : box.at("w:default");
        return state.isOn() ? "☒" : "☐";
      }
      List<XmlNode> choices = form.at("w:ddList").all("w:listEntry");
      String index = form.at("w:ddList", "w:result").val();
      int chosen =
          XmlNode.number(index.isEmpty() ? form.at("w:ddList", "w:default").val() : index, 0);
      return chosen >= 0 && chosen < choices.size() ? choices.get(chosen).val() : "";
    }
  }

  private final Deque<Field> open = new ArrayDeque<>();

  void begin(XmlNode form) {
    open.push(new Field(form));
  }

  void code(String words) {
    if (!open.isEmpty() && !open.peek().result) {
      open.peek().code.append(words);
    }
  }

  void separate() {
    if (!open.isEmpty()) {
      open.peek().result = true;
    }
  }

  /** The field that ends; one of nothing if none is open. */
  Field end() {
    return open.isEmpty() ? new Field(XmlNode.NONE) : open.pop();
  }

  /** Nothing that is open reaches beyond this point, whatever the markup says. */
  void clear() {
    open.clear();
  }

  /** Whether what stands here is a field's code. */
  boolean inCode() {
    return open.stream().anyMatch(field -> !field.result);
  }

  boolean inContents() {
    return open.stream().anyMatch(field -> CONTENTS.contains(field.kind()));
  }

  boolean inPageNumber() {
    return open.stream().anyMatch(field -> PAGES.contains(field.kind()));
  }
}
