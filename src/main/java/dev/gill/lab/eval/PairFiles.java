package dev.gill.lab.eval;

import dev.gill.model.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files of graded pairs: two sentences and a grade in the last three cells of a line, parted
 * by tabs or, in a {@code .csv}, by commas. A first line whose last cell is no number is a header;
 * files whose grades are words, such as those of entailment, are passed over.
 */
final class PairFiles {
  private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

  private PairFiles() {}

  static List<EvalSet> read(String folder, List<Path> files) throws IOException {
    List<EvalSet> sets = new ArrayList<>();
    for (Path file : files) {
      read(folder, file).ifPresent(sets::add);
    }
    return sets;
  }

  private static Optional<EvalSet> read(String folder, Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.(tsv|csv)(\\.gz)?$", "");
    boolean commas = file.toString().contains(".csv");
    List<Pairs.Pair> pairs = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    List<String> lines = SetFolder.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = commas ? cells(lines.get(i)) : List.of(lines.get(i).split("\t", -1));
      int last = cells.size() - 1;
      OptionalDouble grade = last < 2 ? OptionalDouble.empty() : number(cells.get(last));
      if (grade.isEmpty() && i > 0) {
        return Optional.empty();
      }
      if (grade.isPresent()) {
        pairs.add(new Pairs.Pair(cells.get(last - 2), cells.get(last - 1), grade.getAsDouble()));
        all.append(cells.get(last - 2)).append('\n');
      }
    }
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pairs(folder + "/" + name, Language.of(all.toString()), pairs));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    boolean more = true;
    while (more && cell.lookingAt()) {
      cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
      more = !cell.group(3).isEmpty();
      cell.region(cell.end(), line.length());
    }
    return cells;
  }

  private static OptionalDouble number(String cell) {
    try {
      return OptionalDouble.of(Double.parseDouble(cell.strip()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
