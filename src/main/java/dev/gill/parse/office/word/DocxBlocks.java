package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the blocks of one story of a Word document: its body, its notes, a head or foot. */
final class DocxBlocks {
  private final CanonicalText text;
  private final DocxFile file;
  private final DocxRun runs;
  private final DocxRuns inside;
  private final DocxLists lists;
  private final DocxCells cells;
  private final List<String> code = new ArrayList<>();
  private OfficeLine carried;
  private boolean contents;

  DocxBlocks(CanonicalText text, DocxFile file, String part) throws IOException {
    this(text, file, part, false);
  }

  private DocxBlocks(CanonicalText text, DocxFile file, String part, boolean margin)
      throws IOException {
    Map<String, DocxPackage.Relation> relations = file.parts().relations(part);
    DocxDrawings drawings = new DocxDrawings(text, file.parts(), relations, margin);
    this.text = text;
    this.file = file;
    this.runs = new DocxRun(text, file, drawings, this::remark);
    this.inside = new DocxRuns(text, file, relations, runs);
    this.lists = new DocxLists(text, file);
    this.cells = new DocxCells(text, file.styles(), inside, lists);
  }

  /** Of the head or foot of pages, whose page numbers are left out. */
  static DocxBlocks margin(CanonicalText text, DocxFile file, String part) throws IOException {
    return new DocxBlocks(text, file, part, true);
  }

  /** Writes all notes that the text refers to. */
  static void notes(CanonicalText text, DocxFile file) throws IOException {
    notes(text, file, "footnotes", file.footnotes());
    notes(text, file, "endnotes", file.endnotes());
  }

  private static void notes(CanonicalText text, DocxFile file, String type, DocxNotes notes)
      throws IOException {
    DocxBlocks story =
        new DocxBlocks(text, file, file.parts().related(file.main(), type).orElse(""));
    notes.write(text, (mark, note) -> story.note(mark, note));
    story.end();
  }

  /** Writes one block with all that it holds. */
  void write(XmlNode block) {
    switch (block.name()) {
      case "w:p" -> paragraph(block);
      case "w:tbl" -> table(block);
      case "w:sdt" -> control(block);
      case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:txbxContent" ->
          block.children().forEach(this::write);
      case "m:oMath", "m:oMathPara" -> text.paragraph(Inline.of(MathText.of(block)));
      case "w:altChunk" -> text.leftOut(LeftOut.Kind.OBJECT);
      default -> {}
    }
  }

  /** Writes what is still held back. */
  void end() {
    if (carried != null) {
      OfficeLine last = carried;
      carried = null;
      text.paragraph(last.inline());
      beside(last);
    }
    endCode();
    runs.fields().clear();
  }

  private void control(XmlNode block) {
    XmlNode properties = block.at("w:sdtPr");
    if (properties.at("w:docPartObj", "w:docPartGallery").val().equals("Table of Contents")) {
      endCode();
      contents();
    } else if (file.styles().isPrompt(block)) {
      text.leftOut(LeftOut.Kind.PROMPT);
    } else {
      write(block.at("w:sdtContent"));
    }
  }

  private void contents() {
    if (!contents) {
      text.contents();
    }
    contents = true;
  }

  private void paragraph(XmlNode paragraph) {
    XmlNode properties = paragraph.at("w:pPr");
    String style = file.styles().of(properties);
    int heading = file.styles().heading(properties, style);
    boolean listsContents = file.styles().isContents(style);
    if (heading > 0 && !listsContents) {
      runs.fields().clear();
    }
    OfficeLine line = carried == null ? new OfficeLine(text) : carried;
    carried = null;
    inside.read(paragraph, line);
    if (DocxCells.goesOn(properties)) {
      carried = line;
      return;
    }
    listsContents |= heading == 0 && file.titles().isEntry(line.raw());
    if (line.isContents() || (listsContents && !line.inline().isEmpty())) {
      endCode();
      contents();
      if (listsContents || line.inline().isEmpty()) {
        return;
      }
    }
    if (file.styles().isCode(style) && !lists.isNumbered(properties, style)) {
      line.raw().lines().forEach(code::add);
      beside(line);
    } else {
      endCode();
      lists.write(line, properties, style, heading);
      contents &= line.inline().isEmpty();
      beside(line);
    }
  }

  private void beside(OfficeLine line) {
    line.takeBoxes().forEach(box -> nested(() -> write(box)));
    line.after().forEach(this::nested);
  }

  private void nested(Runnable writing) {
    endCode();
    writing.run();
    endCode();
  }

  private void endCode() {
    text.code("", code, 0);
    code.clear();
  }

  private void table(XmlNode table) {
    XmlNode whole = DocxTable.only(table);
    if (whole.exists()) {
      whole.children().forEach(this::write);
      return;
    }
    end();
    lists.end();
    contents = false;
    cells.write(table).forEach(this::nested);
  }

  /** A comment, as what its author remarks. */
  private void remark(XmlNode comment) {
    String author = comment.attr("w:author").strip();
    String said = author.isEmpty() ? "Comment: " : "Comment by " + author + ": ";
    text.paragraph(cells.read(comment, said).inline());
  }

  private void note(String mark, XmlNode note) {
    OfficeLine line = cells.read(note, "[" + mark + "] ");
    text.paragraph(line.inline());
    beside(line);
  }

  /** The lines of a head or foot with their tabs. */
  List<String> marginLines(XmlNode holder) {
    OfficeLine line = cells.read(holder, "");
    line.after().forEach(Runnable::run);
    return line.raw().lines().toList();
  }
}
