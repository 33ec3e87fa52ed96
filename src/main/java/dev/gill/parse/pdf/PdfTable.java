package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row of a table that is being read. Files draw a row line by line or cell by cell, so a line
 * belongs to the cell under whose left edge it begins.
 */
final class PdfTable {
  private static final float TOLERANCE = 6f;
  private static final float NEXT_ROW = 1.3f;
  private static final float WIDEST_LEADING = 2f;

  private final List<Float> lefts;
  private final List<List<String>> cells = new ArrayList<>();
  private final PdfLine first;
  private PdfLine last;
  private float leading;

  private PdfTable(PdfLine first, List<Float> lefts, float leading) {
    this.first = first;
    this.last = first;
    this.lefts = lefts;
    this.leading = leading;
    lefts.forEach(left -> cells.add(new ArrayList<>()));
    put(first);
  }

  /** A row that begins with this line of several columns. */
  static PdfTable of(PdfLine line) {
    return new PdfTable(line, line.lefts(), 0);
  }

  /** Takes a line in if it belongs to this row. */
  boolean takes(PdfLine line) {
    if (!line.sameSize(first) || !fits(line) || beginsRow(line)) {
      return false;
    }
    float gap = line.base() - last.base();
    if (leading == 0 && gap > 0 && line.page() == last.page()) {
      leading = gap;
    }
    put(line);
    last = line;
    return true;
  }

  /** The next row of the same table, if this line begins it. */
  Optional<PdfTable> next(PdfLine line) {
    return line.sameSize(first) && fits(line)
        ? Optional.of(new PdfTable(line, lefts, leading))
        : Optional.empty();
  }

  private boolean fits(PdfLine line) {
    return line.lefts().stream().allMatch(left -> column(left) >= 0);
  }

  private boolean beginsRow(PdfLine line) {
    if (line.hasColumns()) {
      return leading == 0 || !follows(line);
    }
    return column(line.left()) == 0 ? !follows(line) : line.page() != last.page() && isHigh(line);
  }

  /** At a page's end a cell goes on without a sign; only a line in the middle of a page cannot. */
  private boolean isHigh(PdfLine line) {
    return line.base() > last.base();
  }

  private boolean follows(PdfLine line) {
    float gap = line.base() - last.base();
    float widest = leading > 0 ? NEXT_ROW * leading : WIDEST_LEADING * line.size();
    return line.page() == last.page() && gap > 0 && gap <= widest;
  }

  private int column(float left) {
    for (int i = 0; i < lefts.size(); i++) {
      if (Math.abs(lefts.get(i) - left) < TOLERANCE) {
        return i;
      }
    }
    return -1;
  }

  private void put(PdfLine line) {
    for (int i = 0; i < line.parts().size(); i++) {
      cells.get(column(line.lefts().get(i))).add(line.parts().get(i));
    }
  }

  PdfPiece.Row row() {
    return new PdfPiece.Row(first.page(), cells.stream().map(List::copyOf).toList());
  }
}
