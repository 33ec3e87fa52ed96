package dev.gill.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tables as text: comma, semicolon or tab between the cells, quotes around those that need it. */
final class Csv implements Format {
  private static final String SEPARATORS = ",;\t|";
  private static final int SAMPLE_LINES = 20;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    String source = TextDecoder.decode(bytes, text.limits());
    try (CSVParser parser = CSVParser.parse(source, format(separator(source)))) {
      int line = 1;
      for (CSVRecord record : parser) {
        text.line(line);
        text.row(cells(record));
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    }
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  /** The one that most of the first lines hold equally often. */
  private static char separator(String source) {
    List<String> sample =
        source.lines().filter(line -> !line.isBlank()).limit(SAMPLE_LINES).toList();
    char best = ',';
    long most = 0;
    for (char candidate : SEPARATORS.toCharArray()) {
      long inFirst = sample.isEmpty() ? 0 : count(sample.getFirst(), candidate);
      long alike = sample.stream().filter(line -> count(line, candidate) == inFirst).count();
      long score = inFirst == 0 ? 0 : alike * 1000 + inFirst;
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best;
  }

  private static long count(String line, char separator) {
    boolean quoted = false;
    long found = 0;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      found += c == separator && !quoted ? 1 : 0;
    }
    return found;
  }

  private static List<Inline> cells(CSVRecord record) {
    List<Inline> cells = new ArrayList<>();
    record.forEach(value -> cells.add(Inline.of(value.replace('\n', ' '))));
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }
}
