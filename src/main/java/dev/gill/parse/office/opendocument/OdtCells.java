package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.List;

/** Reads what stands in a cell, a note or a comment as one line with breaks. */
final class OdtCells {
  private final CanonicalText text;
  private final OdtLists lists;
  private final OdtTable tables;
  private OdtRuns runs;

  OdtCells(CanonicalText text, OdtLists lists) {
    this.text = text;
    this.lists = lists;
    this.tables = new OdtTable(text, this::read);
  }

  /** What reads the paragraphs in it; they may hold frames, and those tables. */
  void readBy(OdtRuns reader) {
    runs = reader;
  }

  /** Writes a table; what stands beside its words is to be written after it. */
  List<Runnable> write(XmlNode table) {
    return tables.write(table);
  }

  /** All words that a holder of blocks has. */
  OfficeLine read(XmlNode holder) {
    OfficeLine line = new OfficeLine(text);
    lines(holder, line);
    return line;
  }

  private void lines(XmlNode holder, OfficeLine line) {
    for (XmlNode block : holder.children()) {
      switch (block.name()) {
        case "text:p", "text:h" -> paragraph(block, line);
        case "text:list" -> list(block, line);
        case "table:table" -> tables.inside(block, line);
        case "text:section" -> lines(block, line);
        default -> {}
      }
    }
  }

  private void paragraph(XmlNode block, OfficeLine line) {
    lists
        .next()
        .filter(label -> !label.label().isEmpty())
        .ifPresent(label -> line.words(label.label() + " "));
    runs.read(block, line);
    line.lineBreak();
    line.takeBoxes().forEach(box -> lines(box, line));
  }

  private void list(XmlNode list, OfficeLine line) {
    lists.start(list);
    for (XmlNode item : list.children()) {
      lists.item(item);
      lines(item, line);
    }
    lists.end();
  }
}
