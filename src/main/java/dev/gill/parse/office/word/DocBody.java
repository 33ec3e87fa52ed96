package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.EdgeTable;
import dev.gill.parse.office.MarginLines;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.office.PrintedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Writes the blocks of a document: heads of pages, body, text boxes, feet and notes. */
final class DocBody {
  private static final int NO_LIST = 0;

  private final HWPFDocument document;
  private final CanonicalText text;
  private final DocStyles styles;
  private final DocRuns runs;
  private final MarginLines margins;
  private OfficeLine open;
  private int list = NO_LIST;
  private boolean contents;

  DocBody(HWPFDocument document, CanonicalText text) {
    this.document = document;
    this.text = text;
    this.styles = new DocStyles(document);
    this.runs = new DocRuns(document, text);
    this.margins = new MarginLines(text);
    this.open = new OfficeLine(text);
  }

  void write() {
    HeaderStories stories = new HeaderStories(document);
    margins(
        stories.getFirstHeaderSubrange(),
        stories.getOddHeaderSubrange(),
        stories.getEvenHeaderSubrange());
    blocks(document.getRange());
    blocks(document.getMainTextboxRange());
    margins(
        stories.getFirstFooterSubrange(),
        stories.getOddFooterSubrange(),
        stories.getEvenFooterSubrange());
    for (OfficeLine note : runs.takeNotes()) {
      text.paragraph(note.inline());
    }
  }

  private void margins(Range... parts) {
    for (Range part : Stream.of(parts).filter(Objects::nonNull).toList()) {
      for (int i = 0; i < part.numParagraphs(); i++) {
        OfficeLine line = new OfficeLine(text);
        runs.margin(part.getParagraph(i), line);
        margins.write(line.raw());
      }
    }
  }

  private void blocks(Range range) {
    boolean empty = range.getStartOffset() >= range.getEndOffset();
    for (int i = 0; i < (empty ? 0 : range.numParagraphs()); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        table(table);
        i += Math.max(table.numParagraphs(), 1) - 1;
      } else {
        paragraph(paragraph);
      }
    }
    runs.endStory();
  }

  private void paragraph(Paragraph paragraph) {
    runs.add(paragraph, open);
    if (!DocRuns.isEndDeleted(paragraph)) {
      OfficeLine line = open;
      open = new OfficeLine(text);
      write(paragraph, line);
    }
  }

  private void write(Paragraph paragraph, OfficeLine line) {
    boolean empty = line.inline().isEmpty();
    if (line.isContents() || styles.isContents(paragraph) && !empty) {
      if (!contents) {
        text.contents();
      }
      contents = true;
      return;
    }
    contents &= empty;
    String label = styles.label(paragraph);
    int heading = styles.heading(paragraph);
    if (heading > 0) {
      text.heading(heading, PrintedLabel.heading(label, line.inline()));
      if (!PrintedLabel.isBullet(label)) {
        styles.counted(paragraph);
      }
      list = NO_LIST;
    } else if (!label.isEmpty()) {
      item(paragraph, label, line);
    } else {
      text.paragraph(line.inline());
      list = empty ? list : NO_LIST;
    }
    line.after().forEach(Runnable::run);
  }

  private void item(Paragraph paragraph, String label, OfficeLine line) {
    if (!line.inline().isEmpty()) {
      if (list != paragraph.getIlfo()) {
        text.apart();
      }
      list = paragraph.getIlfo();
      PrintedLabel.item(text, styles.depth(paragraph), label, line.inline());
    }
  }

  private void table(Table table) {
    contents = false;
    list = NO_LIST;
    EdgeTable grid = new EdgeTable(text);
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      grid.describe();
      if (row.isTableHeader()) {
        grid.heading();
      }
      List<OfficeLine> lines = new ArrayList<>();
      for (int j = 0; j < row.numCells(); j++) {
        TableCell cell = row.getCell(j);
        describe(cell, grid);
        lines.add(cell(cell));
      }
      if (!lines.stream().allMatch(line -> line.inline().isEmpty())) {
        lines.forEach(grid::cell);
        grid.endRow();
      }
    }
    grid.write();
  }

  private static void describe(TableCell cell, EdgeTable grid) {
    if (cell.isMerged() && !cell.isFirstMerged()) {
      grid.joined();
    }
    if (cell.isVerticallyMerged()) {
      grid.merged(cell.isFirstVerticallyMerged());
    }
    grid.edge(cell.getLeftEdge() + cell.getWidth());
  }

  private OfficeLine cell(TableCell cell) {
    OfficeLine line = new OfficeLine(text);
    for (int i = 0; i < cell.numParagraphs(); i++) {
      Paragraph paragraph = cell.getParagraph(i);
      String label = styles.label(paragraph);
      if (!PrintedLabel.isBullet(label)) {
        line.words(label + " ");
      }
      runs.add(paragraph, line);
      if (!DocRuns.isEndDeleted(paragraph)) {
        line.lineBreak();
      }
    }
    return line;
  }
}
