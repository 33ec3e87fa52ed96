package dev.gill.parse.pdf;

import java.util.List;

/** What printed lines add up to. */
sealed interface PdfPiece {
  /** The page on which it begins, from 1. */
  int page();

  /** Lines of running text that belong together. */
  record Run(List<PdfLine> lines) implements PdfPiece {
    public Run {
      lines = List.copyOf(lines);
    }

    @Override
    public int page() {
      return lines.getFirst().page();
    }

    PdfLine first() {
      return lines.getFirst();
    }

    boolean isBold() {
      return lines.stream().allMatch(PdfLine::bold);
    }

    String words() {
      return String.join(" ", lines.stream().map(PdfLine::words).toList());
    }
  }

  /** A list of contents. */
  record Contents(int page) implements PdfPiece {}

  /** A row of a table; a cell holds its printed lines. */
  record Row(int page, List<List<String>> cells) implements PdfPiece {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
