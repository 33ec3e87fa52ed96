package dev.gill.parse.pdf;

import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRow;
import dev.gill.parse.table.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Writes the pieces of a PDF as blocks. */
final class PdfParagraphs {
  private static final float INDENT = 10f;

  private final CanonicalText text;
  private final List<PdfPiece> pieces;
  private final PdfHeadings headings;
  private final PdfHyphens hyphens;
  private final List<Float> itemLefts = new ArrayList<>();
  private final List<PdfLine> once;
  private SheetTable table;

  /**
   * Writes there.
   *
   * @param once lines that repeat on many pages
   */
  PdfParagraphs(CanonicalText text, List<PdfLine> lines, List<PdfLine> once) {
    this.text = text;
    this.once = once;
    this.pieces = PdfPieces.of(lines);
    this.headings = new PdfHeadings(lines, pieces);
    this.hyphens = new PdfHyphens(lines);
  }

  void write() {
    Set<PdfPiece.Run> title = headings.title();
    if (!title.isEmpty()) {
      Inline line = new Inline();
      title.forEach(run -> line.append(joined(run.lines(), 0)).space());
      text.heading(1, line);
    }
    repeated();
    for (PdfPiece piece : pieces) {
      if (!(piece instanceof PdfPiece.Row)) {
        endTable();
      }
      text.at(page(piece.page()));
      switch (piece) {
        case PdfPiece.Row row -> row(row);
        case PdfPiece.Contents list -> text.contents();
        case PdfPiece.Run run when title.contains(run) -> {}
        case PdfPiece.Run run -> run(run);
      }
    }
    endTable();
  }

  /** What stands on many pages is read once, before all that stands on one. */
  private void repeated() {
    for (PdfPiece piece : PdfPieces.of(once)) {
      text.at(page(piece.page()));
      switch (piece) {
        case PdfPiece.Row row -> row(row);
        case PdfPiece.Contents list -> {}
        case PdfPiece.Run run -> text.paragraph(joined(run.lines(), 0));
      }
    }
    endTable();
  }

  private void endTable() {
    if (table != null) {
      table.end();
      table = null;
    }
  }

  private void row(PdfPiece.Row row) {
    if (table == null) {
      table = new SheetTable(text);
    }
    List<SheetCell> cells = new ArrayList<>();
    for (List<String> cell : row.cells()) {
      Inline line = new Inline();
      cell.forEach(words -> hyphens.add(line, words));
      cells.add(SheetCell.of(line));
    }
    Place place = page(row.page());
    table.add(new SheetRow(cells, time -> text.at(place), 1, false));
  }

  private void run(PdfPiece.Run run) {
    int level = headings.level(run);
    if (level > 0) {
      itemLefts.clear();
      text.heading(level, joined(run.lines(), 0));
      return;
    }
    String first = run.first().words();
    Matcher bullet = PdfPieces.BULLET.matcher(first);
    Matcher number = PdfPieces.numbered(run.first());
    if (bullet.matches()) {
      text.item(depth(run.first().left()), "-", joined(run.lines(), bullet.start(2)));
    } else if (number.matches()) {
      Inline line = joined(run.lines(), number.start(2));
      text.item(depth(run.first().left()), number.group(1), line);
    } else {
      itemLefts.clear();
      text.paragraph(joined(run.lines(), 0));
    }
  }

  private int depth(float left) {
    itemLefts.removeIf(other -> other > left - INDENT);
    itemLefts.add(left);
    return itemLefts.size() - 1;
  }

  private Inline joined(List<PdfLine> lines, int from) {
    Inline joined = new Inline();
    for (PdfLine line : lines) {
      String words = line == lines.getFirst() ? line.words().substring(from) : line.words();
      joined.at(page(line.page()));
      hyphens.add(joined, words);
    }
    return joined;
  }

  private static Place page(int number) {
    return new Place.Page(number);
  }
}
