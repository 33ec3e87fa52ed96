package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of an OpenDocument text. */
final class OdtBlocks {
  private final CanonicalText text;
  private final OdtStyles styles;
  private final OdtRuns runs;
  private final OdtLists lists;
  private final OdtCells cells;
  private final List<String> code = new ArrayList<>();
  private boolean contents;

  OdtBlocks(CanonicalText text, OdtStyles styles, OpenDocument file) {
    this.text = text;
    this.styles = styles;
    this.lists = new OdtLists(styles);
    this.cells = new OdtCells(text, lists);
    OdtFrames frames = new OdtFrames(text, file);
    this.runs = new OdtRuns(text, styles, frames, this::remark);
    cells.readBy(runs);
  }

  /** Writes one block with all that it holds. */
  void write(XmlNode block) {
    switch (block.name()) {
      case "text:p", "text:h" -> paragraph(block);
      case "text:list" -> list(block);
      case "text:numbered-paragraph" -> numbered(block);
      case "table:table" -> table(block);
      case "text:section" -> section(block);
      case "text:tracked-changes" -> changes(block);
      case "text:table-of-content",
          "text:illustration-index",
          "text:table-index",
          "text:object-index",
          "text:user-index",
          "text:alphabetical-index" ->
          contents();
      case "text:bibliography" -> within(block.at("text:index-body"));
      case "text:index-title" -> within(block);
      default -> drawing(block);
    }
  }

  private void drawing(XmlNode block) {
    if (block.name().startsWith("draw:")) {
      OfficeLine line = new OfficeLine(text);
      XmlNode holder = new XmlNode("text:p", new String[0]);
      holder.add(block);
      runs.read(holder, line);
      text.paragraph(line.inline());
      beside(line);
    }
  }

  private void within(XmlNode holder) {
    holder.children().forEach(this::write);
  }

  /** Writes what is still held back. */
  void finish() {
    text.code("", code, 0);
    code.clear();
  }

  /** The lines of a head or foot with their tabs. */
  List<String> marginLines(XmlNode holder) {
    runs.margin(true);
    OfficeLine line = cells.read(holder);
    runs.margin(false);
    line.after().forEach(Runnable::run);
    return line.raw().lines().toList();
  }

  private void section(XmlNode section) {
    boolean hidden =
        section.attr("text:display").equals("none")
            || section.attr("text:is-hidden").equals("true");
    if (hidden) {
      text.leftOut(LeftOut.Kind.HIDDEN);
    } else {
      within(section);
    }
  }

  /** What was deleted is kept apart from the text. */
  private void changes(XmlNode changes) {
    for (XmlNode region : changes.all("text:changed-region")) {
      if (region.at("text:deletion").exists()) {
        text.leftOut(LeftOut.Kind.DELETED);
      }
    }
  }

  private void contents() {
    finish();
    if (!contents) {
      text.contents();
    }
    contents = true;
  }

  private void list(XmlNode list) {
    if (lists.isEmpty()) {
      finish();
      text.apart();
    }
    lists.start(list);
    for (XmlNode item : list.children()) {
      if (item.name().equals("text:list-item") || item.name().equals("text:list-header")) {
        lists.item(item);
        within(item);
      }
    }
    lists.end();
  }

  private void numbered(XmlNode paragraph) {
    lists.start(paragraph);
    lists.item(new XmlNode("text:list-item", new String[0]));
    within(paragraph);
    lists.end();
  }

  private void paragraph(XmlNode paragraph) {
    String style = paragraph.attr("text:style-name");
    OfficeLine line = new OfficeLine(text);
    runs.read(paragraph, line);
    if (styles.isContents(style) && !line.inline().isEmpty()) {
      contents();
    } else if (styles.isCode(style) && lists.isEmpty()) {
      code.addAll(TextDecoder.lines(line.raw()));
      beside(line);
    } else {
      finish();
      written(paragraph, style, line.inline());
      contents &= line.inline().isEmpty();
      beside(line);
    }
  }

  private void written(XmlNode paragraph, String style, Inline line) {
    int level = XmlNode.number(paragraph.attr("text:outline-level"), 1);
    if (paragraph.name().equals("text:h")) {
      text.heading(level, labelled(lists.heading(paragraph, level), line));
    } else if (styles.isTitle(style) || styles.heading(style) > 0) {
      text.heading(Math.max(1, styles.heading(style)), line);
    } else {
      lists.next().ifPresentOrElse(label -> item(label, line), () -> text.paragraph(line));
    }
  }

  private void item(OdtLists.Label label, Inline line) {
    if (!line.isEmpty()) {
      text.item(
          label.depth(),
          label.isMarker() ? label.label() : "-",
          label.isWords() ? labelled(label.label(), line) : line);
    }
  }

  private static Inline labelled(String label, Inline line) {
    return label.isBlank() || line.isEmpty() ? line : Inline.of(label).space().append(line);
  }

  private void beside(OfficeLine line) {
    line.takeBoxes().forEach(this::within);
    line.after().forEach(Runnable::run);
    runs.takeNotes().forEach(this::note);
  }

  private void note(XmlNode note) {
    OfficeLine line = cells.read(note.at("text:note-body"));
    String mark = note.at("text:note-citation").words(XmlNode.WORDS);
    text.paragraph(labelled("[" + mark + "]", line.inline()));
  }

  private void remark(XmlNode annotation) {
    String author = annotation.at("dc:creator").words(XmlNode.WORDS);
    OfficeLine line = cells.read(annotation);
    String said = author.isEmpty() ? "Comment:" : "Comment by " + author + ":";
    text.paragraph(labelled(said, line.inline()));
  }

  private void table(XmlNode table) {
    finish();
    contents = false;
    List<Runnable> after = cells.write(table);
    after.forEach(Runnable::run);
    runs.takeNotes().forEach(this::note);
  }
}
