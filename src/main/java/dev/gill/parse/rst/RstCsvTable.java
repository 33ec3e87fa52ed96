package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.table.Grid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A reStructuredText table that is written with commas between its cells. */
final class RstCsvTable {
  private final CanonicalText text;
  private final RstInline inline;

  RstCsvTable(CanonicalText text, RstInline inline) {
    this.text = text;
    this.inline = inline;
  }

  /**
   * Writes it.
   *
   * @param firstLine the number of the body's first line
   */
  void write(Map<String, String> options, List<String> body, int firstLine) {
    String separator = options.getOrDefault("delim", ",");
    char by =
        separator.equals("tab") ? '\t' : separator.equals("space") ? ' ' : separator.charAt(0);
    int headings = number(options.get("header-rows"));
    Grid grid = new Grid(text);
    rows(grid, options.getOrDefault("header", ""), by, Integer.MAX_VALUE, firstLine - 1);
    rows(
        grid,
        String.join("\n", body.stream().map(String::strip).toList()),
        by,
        headings,
        firstLine);
    grid.end();
  }

  private static int number(String option) {
    return option != null && option.matches("\\d{1,4}") ? Integer.parseInt(option) : 0;
  }

  private void rows(Grid grid, String source, char separator, int headings, int firstLine) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (CSVParser parser = CSVParser.parse(source, format)) {
      int row = 0;
      for (CSVRecord record : parser) {
        int line = firstLine + (int) parser.getCurrentLineNumber() - 1;
        grid.row(row++ < headings, () -> text.line(line));
        record.forEach(value -> grid.cell(inline.of(value, line)));
        grid.endRow();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
