package dev.gill.parse.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds what stands between the cells of a table as text.
 *
 * @param separator the character
 * @param from where the table's text begins, after a line that names the separator
 */
record CsvSeparator(char separator, int from) {
  /** Those that are in use; the first of several that fit alike is taken. */
  private static final String SEPARATORS = "\t;|,";

  private static final Pattern NAMED =
      Pattern.compile("\\A\\ufeff?\"?sep=(.)\"?(?:\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_RECORDS = 5000;

  /** The one that is named, or the one by which most rows have equally many cells. */
  static CsvSeparator of(String source) throws IOException {
    Matcher named = NAMED.matcher(source);
    if (named.find()) {
      return new CsvSeparator(named.group(1).charAt(0), named.end());
    }
    char best = ',';
    long most = 0;
    for (char candidate : SEPARATORS.toCharArray()) {
      long alike = alike(source, candidate);
      if (alike > most) {
        best = candidate;
        most = alike;
      }
    }
    return new CsvSeparator(best, 0);
  }

  /** How many rows have the number of cells that occurs most, one cell being none. */
  private static long alike(String source, char separator) throws IOException {
    Map<Integer, Integer> counts = new HashMap<>();
    try (CSVParser parser = CSVParser.parse(source, format(separator))) {
      int records = 0;
      for (CSVRecord record : parser) {
        if (record.size() > 1) {
          counts.merge(record.size(), 1, Integer::sum);
        }
        if (++records == MOST_RECORDS) {
          break;
        }
      }
    }
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How to read a table with this separator; broken quotes are read as they stand. */
  static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }
}
