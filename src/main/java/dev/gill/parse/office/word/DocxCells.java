package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.List;

/** Reads what stands in a cell, a note, a comment, a head or foot as one line with breaks. */
final class DocxCells {
  private final CanonicalText text;
  private final DocxStyles styles;
  private final DocxRuns inside;
  private final DocxLists lists;
  private final DocxTable tables;

  DocxCells(CanonicalText text, DocxStyles styles, DocxRuns inside, DocxLists lists) {
    this.text = text;
    this.styles = styles;
    this.inside = inside;
    this.lists = lists;
    this.tables = new DocxTable(text, styles, cell -> read(cell, ""));
  }

  /** Whether a paragraph's words go on in the next: its mark is deleted, or it is an initial. */
  static boolean goesOn(XmlNode properties) {
    XmlNode mark = properties.at("w:rPr");
    return mark.at("w:del").exists()
        || mark.at("w:moveFrom").exists()
        || properties.at("w:framePr").attr("w:dropCap").matches("drop|margin");
  }

  /** Writes a table; what stands beside its words is to be written after it. */
  List<Runnable> write(XmlNode table) {
    return tables.write(table);
  }

  /** All words that a holder of blocks has, after those of a beginning. */
  OfficeLine read(XmlNode holder, String beginning) {
    OfficeLine line = new OfficeLine(text);
    line.words(beginning);
    lines(holder, line);
    return line;
  }

  private void lines(XmlNode holder, OfficeLine line) {
    for (XmlNode block : holder.children()) {
      switch (block.name()) {
        case "w:p" -> paragraph(block, line);
        case "w:tbl" -> tables.inside(block, this::lines, line);
        case "w:sdt" -> control(block, line);
        case "w:ins", "w:moveTo", "w:smartTag", "w:customXml" -> lines(block, line);
        case "w:altChunk" -> text.leftOut(LeftOut.Kind.OBJECT);
        default -> {}
      }
    }
  }

  private void paragraph(XmlNode block, OfficeLine line) {
    lists.label(block.at("w:pPr")).ifPresent(line::words);
    inside.read(block, line);
    if (!goesOn(block.at("w:pPr"))) {
      line.lineBreak();
    }
    line.takeBoxes().forEach(box -> lines(box, line));
  }

  private void control(XmlNode control, OfficeLine line) {
    if (styles.isPrompt(control)) {
      line.drop(LeftOut.Kind.PROMPT, "prompt");
    } else {
      lines(control.at("w:sdtContent"), line);
    }
  }
}
