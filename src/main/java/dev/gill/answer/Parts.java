package dev.gill.answer;

import dev.gill.answer.Lines.Kind;
import dev.gill.answer.Lines.Line;
import dev.gill.model.Chunk;
import dev.gill.model.Part;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a stretch of a chunk's text into words and code, and what was looked for from what stands
 * around it. Headings are left out: they stand elsewhere.
 */
final class Parts {
  private final Chunk chunk;
  private final List<Range> chosen;
  private final List<Part> parts = new ArrayList<>();

  private Parts(Chunk chunk, List<Range> chosen) {
    this.chunk = chunk;
    this.chosen = chosen;
  }

  /** Nothing is marked where all of it would be. */
  static List<Part> of(Chunk chunk, Range range, List<Range> chosen) {
    Parts made = new Parts(chunk, chosen);
    List<Line> lines = Lines.of(chunk).stream().filter(line -> isWithin(line, range)).toList();
    boolean rows = lines.stream().anyMatch(line -> line.kind() == Kind.ROW);
    lines.stream()
        .filter(line -> !rows || line.kind() != Kind.NAMES) // each row says them
        .forEach(line -> made.add(line, range));
    return made.parts.stream().allMatch(Part::marked)
        ? made.parts.stream().map(part -> new Part(part.kind(), part.text(), false)).toList()
        : List.copyOf(made.parts);
  }

  private static boolean isWithin(Line line, Range range) {
    return line.whole().end() > range.start() && line.whole().start() < range.end();
  }

  private void add(Line line, Range range) {
    switch (line.kind()) {
      case BLANK, HEADING, OPENING, CLOSING -> {
        // nothing to read
      }
      case CODE -> code(line);
      case ROW, NAMES -> words("\n" + NamedCells.of(chunk, line, range), isChosen(line.whole()));
      case ITEM, PROSE, BYLINE -> words(line, range);
    }
  }

  private void code(Line line) {
    String text = line.whole().of(chunk.text());
    boolean marked = isChosen(line.whole());
    if (!parts.isEmpty() && parts.getLast().kind() == Part.Kind.CODE) {
      Part before = parts.removeLast();
      parts.add(new Part(Part.Kind.CODE, before.text() + "\n" + text, before.marked() || marked));
    } else {
      parts.add(new Part(Part.Kind.CODE, text, marked));
    }
  }

  private void words(Line line, Range range) {
    String text = chunk.text();
    int from = Math.clamp(range.start(), line.said().start(), line.said().end());
    int to = Math.clamp(range.end(), from, line.said().end());
    String before = "\n";
    if (line.kind() == Kind.ITEM && from == line.said().start()) {
      before += Plain.marker(text, line, range);
    }
    for (int at = from; at < to; ) {
      int start = at;
      int end = to;
      boolean marked = chosen.stream().anyMatch(each -> holds(each, start));
      for (Range each : chosen) {
        end = each.start() > at ? Math.min(end, each.start()) : end;
        end = each.end() > at ? Math.min(end, each.end()) : end;
      }
      words(before + text.substring(at, end), marked);
      before = "";
      at = end;
    }
  }

  /** Words that begin with a line break continue nothing at the very start or after code. */
  private void words(String text, boolean marked) {
    boolean apart = parts.isEmpty() || parts.getLast().kind() == Part.Kind.CODE;
    String said = apart && text.startsWith("\n") ? text.substring(1) : text;
    if (!apart && parts.getLast().marked() == marked) {
      Part before = parts.removeLast();
      parts.add(new Part(Part.Kind.WORDS, before.text() + said, marked));
    } else if (!said.isEmpty()) {
      parts.add(new Part(Part.Kind.WORDS, said, marked));
    }
  }

  private boolean isChosen(Range line) {
    return chosen.stream().anyMatch(each -> each.start() < line.end() && line.start() < each.end());
  }

  private static boolean holds(Range range, int at) {
    return range.start() <= at && at < range.end();
  }
}
