package dev.gill.parse.office.word;

import dev.gill.parse.canonical.Numerals;
import dev.gill.parse.xml.XmlNode;

/**
 * How one level of a list is numbered.
 *
 * @param format as in ECMA-376, 17.18.59
 * @param pattern how a custom format writes its first numbers, such as {@code 001, 002, ...}
 * @param text with {@code %1} where the number of the outermost level stands
 * @param legal whether all numbers of its label are decimal
 * @param restart 0 if it never begins anew, 1 if only after the outermost level; -1 after any
 * @param restarts whether this list begins it anew where it is used first
 * @param style the style of paragraphs that belongs to it
 */
record DocxLevel(
    int start,
    String format,
    String pattern,
    String text,
    boolean legal,
    int restart,
    boolean restarts,
    String style) {
  static final DocxLevel NONE = new DocxLevel(1, "bullet", "", "", false, -1, false, "");

  static DocxLevel of(XmlNode level) {
    XmlNode format = level.at("w:numFmt");
    return new DocxLevel(
        XmlNode.number(level.at("w:start").val(), 1),
        format.exists() ? format.val() : "decimal",
        format.attr("w:format"),
        level.at("w:lvlText").val(),
        level.at("w:isLgl").isOn(),
        XmlNode.number(level.at("w:lvlRestart").val(), -1),
        false,
        level.at("w:pStyle").val());
  }

  DocxLevel overridden(XmlNode override) {
    DocxLevel base = override.at("w:lvl").exists() ? of(override.at("w:lvl")) : this;
    XmlNode anew = override.at("w:startOverride");
    return new DocxLevel(
        anew.exists() ? XmlNode.number(anew.val(), 0) : base.start,
        base.format,
        base.pattern,
        base.text,
        base.legal,
        base.restart,
        anew.exists(),
        base.style);
  }

  boolean isBullet() {
    return format.equals("bullet");
  }

  /** Whether a paragraph of an outer level has it begin anew. */
  boolean restartsAfter(int outer) {
    return restart < 0 || outer < restart;
  }

  String numeral(int number) {
    if (isBullet()) {
      return "";
    }
    String first = pattern.split(",", 2)[0].strip();
    if (format.equals("custom") && first.matches("\\d{2,9}")) {
      return ("%0" + first.length() + "d").formatted(number);
    }
    return Numerals.of(number, format);
  }
}
