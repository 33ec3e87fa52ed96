package dev.gill.parse.text;

import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRow;
import dev.gill.parse.table.SheetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables as text, with one of several characters between the cells, and quotes around those that
 * need it. What stands above a table is its title.
 */
public final class Csv implements Format {
  /** A line break in the middle of a sentence. */
  private static final Pattern WRAPPED =
      Pattern.compile("(?<=[\\p{L},])(?:\\r\\n|\\r|\\n)(?=\\p{Ll})");

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    String source = TextDecoder.decode(bytes, text.limits());
    CsvSeparator found = CsvSeparator.of(source);
    int line = found.from() > 0 ? 2 : 1;
    int before = line - 1;
    SheetTable table = new SheetTable(text);
    boolean gap = false;
    try (CSVParser parser =
        CSVParser.parse(source.substring(found.from()), CsvSeparator.format(found.separator()))) {
      for (CSVRecord record : parser) {
        SheetRow row = row(record, line, text);
        if (row.filled() == 0) {
          gap = true;
        } else {
          if (gap && beginsAnother(row, table)) {
            table.end();
          }
          table.add(row);
          gap = false;
        }
        line = before + (int) parser.getCurrentLineNumber() + 1;
      }
    }
    table.end();
  }

  /**
   * Whether a row after an empty one begins another table. Empty lines within a table say nothing,
   * nor does one between a table and its title.
   */
  private static boolean beginsAnother(SheetRow row, SheetTable table) {
    boolean titled =
        !table.ahead().isEmpty() && table.ahead().stream().allMatch(above -> above.filled() == 1);
    boolean names = row.cells().stream().allMatch(SheetCell::isName);
    return !titled && (row.filled() == 1 || names);
  }

  private static SheetRow row(CSVRecord record, int line, CanonicalText text) {
    List<SheetCell> cells = new ArrayList<>();
    for (String value : record) {
      Inline words = new Inline();
      MarkedText.broken(WRAPPED.matcher(value).replaceAll(" "), words);
      cells.add(SheetCell.of(words));
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return new SheetRow(cells, time -> text.at(new Place.Line(line)), 1, false);
  }
}
