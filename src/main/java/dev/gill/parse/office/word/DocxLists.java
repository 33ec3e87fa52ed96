package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.Optional;

/** Writes paragraphs with what is printed before them: headings, items of lists, plain ones. */
final class DocxLists {
  private static final int LEVELS = 9;

  private record Numbered(String list, int level) {}

  private final CanonicalText text;
  private final DocxFile file;

  /** At which levels headings are counted by the list that is open. */
  private final boolean[] headings = new boolean[LEVELS];

  private String open = "";

  DocxLists(CanonicalText text, DocxFile file) {
    this.text = text;
    this.file = file;
  }

  /** The next item does not belong to the list before. */
  void end() {
    open = "";
  }

  boolean isNumbered(XmlNode properties, String style) {
    return numbered(properties, style).isPresent();
  }

  /** What is printed before a paragraph of a cell, with a space; empty for a bullet. */
  Optional<String> label(XmlNode properties) {
    return numbered(properties, file.styles().of(properties))
        .map(this::next)
        .filter(label -> !label.bullet() && !label.text().isEmpty())
        .map(label -> label.text() + " ");
  }

  /**
   * Writes a paragraph.
   *
   * @param heading its level as a heading; 0 if it is none
   */
  void write(OfficeLine line, XmlNode properties, String style, int heading) {
    Optional<Numbered> numbered =
        numbered(properties, style)
            .filter(n -> !line.inline().isEmpty() || !isHidden(properties, style));
    Optional<DocxNumbering.Label> label = numbered.map(this::next);
    if (heading > 0) {
      String number = label.map(DocxNumbering.Label::text).orElse("");
      numbered.ifPresent(n -> headings[Math.clamp(n.level(), 0, LEVELS - 1)] = true);
      text.heading(heading, labelled(number, line.inline()));
      open = "";
    } else if (label.isPresent()) {
      item(numbered.get(), label.get(), line.inline());
    } else {
      open = line.inline().isEmpty() ? open : "";
      text.paragraph(line.inline());
    }
  }

  /** Whether a paragraph without words is not seen either. */
  private boolean isHidden(XmlNode properties, String style) {
    return file.styles().isOn(properties.at("w:rPr"), style, "w:vanish");
  }

  private void item(Numbered numbered, DocxNumbering.Label label, Inline line) {
    if (line.isEmpty()) {
      return;
    }
    if (!numbered.list().equals(open)) {
      text.apart();
    }
    open = numbered.list();
    boolean words = label.text().chars().anyMatch(Character::isWhitespace);
    boolean marked = !label.bullet() && !words && !label.text().isEmpty();
    text.item(
        depth(numbered.level()),
        marked ? label.text() : "-",
        words ? labelled(label.text(), line) : line);
  }

  /** Levels that headings take up do not count. */
  private int depth(int level) {
    int depth = 0;
    for (int i = 0; i < Math.min(level, LEVELS); i++) {
      depth += headings[i] ? 0 : 1;
    }
    return depth;
  }

  private static Inline labelled(String label, Inline line) {
    return label.isEmpty() || line.isEmpty() ? line : Inline.of(label).space().append(line);
  }

  private DocxNumbering.Label next(Numbered numbered) {
    return file.numbering().next(numbered.list(), numbered.level());
  }

  /** By itself or by its style; the list {@code 0} takes the style's number away. */
  private Optional<Numbered> numbered(XmlNode properties, String style) {
    XmlNode own = properties.at("w:numPr");
    XmlNode byStyle = file.styles().property(style, "w:pPr", "w:numPr", "w:numId");
    String list = own.at("w:numId").exists() ? own.at("w:numId").val() : byStyle.val();
    if (!file.numbering().has(list)) {
      return Optional.empty();
    }
    XmlNode level = own.at("w:ilvl");
    if (!level.exists() && byStyle.exists()) {
      Optional<Integer> linked = file.numbering().levelOf(list, style);
      if (linked.isPresent()) {
        return linked.map(found -> new Numbered(list, found));
      }
      level = file.styles().property(style, "w:pPr", "w:numPr", "w:ilvl");
    }
    return Optional.of(new Numbered(list, XmlNode.number(level.val(), 0)));
  }
}
