package dev.gill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a bench found.
 *
 * @param settings the options it ran with
 * @param notes what a reader of the figures must know
 */
record Report(
    String bench,
    Machine machine,
    Map<String, String> settings,
    List<Table> tables,
    List<Mark> marks,
    List<String> notes) {
  Report {
    tables = List.copyOf(tables);
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  /** A report of this machine. */
  static Report of(
      Benchmark bench, Options options, List<Table> tables, List<Mark> marks, List<String> notes) {
    return new Report(bench.name(), Machine.present(), options.values(), tables, marks, notes);
  }

  /** For the console: Markdown. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("# " + bench, "", machine.toString()));
    List<String> chosen = new ArrayList<>();
    settings.forEach((name, value) -> chosen.add(value.isBlank() ? "" : "--" + name + " " + value));
    chosen.removeIf(String::isEmpty);
    lines.add(String.join(" ", chosen));
    for (Table table : tables) {
      lines.add("");
      lines.addAll(table.lines());
    }
    if (!marks.isEmpty()) {
      lines.add("");
      lines.addAll(new Table("mark", marks.stream().map(Mark::row).toList()).lines());
    }
    if (!notes.isEmpty()) {
      lines.add("");
      notes.forEach(note -> lines.add("- " + note));
    }
    return lines;
  }
}
