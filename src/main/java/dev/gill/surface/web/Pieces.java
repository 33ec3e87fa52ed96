package dev.gill.surface.web;

import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads canonical text line by line. Whatever is not of a known form is a paragraph. */
final class Pieces {
  private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(\\S.*)");
  private static final Pattern ITEM = Pattern.compile("( *)(?:-|([0-9]{1,9})\\.) +(\\S.*)");
  private static final Pattern ROW = Pattern.compile("\\|(.*)\\|\\s*");
  private static final Pattern FENCE = Pattern.compile("\\s*(`{3,})([^`]*)");

  private final String text;
  private final List<Range> lines;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private Pieces(String text) {
    this.text = text;
    this.lines = lines(text);
  }

  /** The pieces of a text, in order. */
  static List<Piece> of(String text) {
    return new Pieces(text).read();
  }

  private List<Piece> read() {
    while (at < lines.size()) {
      Range line = lines.get(at);
      Optional<Matcher> heading = match(HEADING, line);
      Optional<Matcher> fence = match(FENCE, line);
      if (line.of(text).isBlank()) {
        at++;
      } else if (fence.isPresent()) {
        code(fence.get());
      } else if (heading.isPresent()) {
        pieces.add(new Piece.Heading(heading.get().group(1).length(), shown(heading.get(), 2)));
        at++;
      } else if (match(ITEM, line).isPresent()) {
        items();
      } else if (match(ROW, line).isPresent()) {
        table();
      } else {
        pieces.add(new Piece.Paragraph(line));
        at++;
      }
    }
    return List.copyOf(pieces);
  }

  private void code(Matcher fence) {
    String ticks = fence.group(1);
    String language = fence.group(2).strip();
    int start = Math.min(text.length(), lines.get(at).end() + 1);
    int end = text.length();
    for (at++; at < lines.size(); at++) {
      Range line = lines.get(at);
      String closing = line.of(text).strip();
      if (closing.startsWith(ticks) && closing.replace("`", "").isEmpty()) {
        end = Math.max(start, line.start() - 1);
        at++;
        break;
      }
    }
    pieces.add(new Piece.Code(language, new Range(start, end)));
  }

  private void items() {
    List<Piece.Item> items = new ArrayList<>();
    for (; at < lines.size(); at++) {
      Optional<Matcher> item = match(ITEM, lines.get(at));
      if (item.isEmpty()) {
        break;
      }
      Matcher found = item.get();
      String number = found.group(2);
      items.add(
          new Piece.Item(
              found.group(1).length() / 2,
              number == null ? 0 : Integer.parseInt(number),
              shown(found, 3)));
    }
    pieces.add(new Piece.Items(items));
  }

  private void table() {
    List<List<Range>> rows = new ArrayList<>();
    for (; at < lines.size(); at++) {
      Optional<Matcher> row = match(ROW, lines.get(at));
      if (row.isEmpty()) {
        break;
      }
      rows.add(cells(shown(row.get(), 1)));
    }
    pieces.add(new Piece.Table(rows));
  }

  private List<Range> cells(Range row) {
    List<Range> cells = new ArrayList<>();
    int from = row.start();
    for (int i = row.start(); i <= row.end(); i++) {
      boolean bar = i < row.end() && text.charAt(i) == '|' && text.charAt(i - 1) != '\\';
      if (bar || i == row.end()) {
        cells.add(trimmed(from, i));
        from = i + 1;
      }
    }
    return cells;
  }

  private Range trimmed(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return new Range(from, to);
  }

  private Optional<Matcher> match(Pattern form, Range line) {
    Matcher matcher = form.matcher(text).region(line.start(), line.end());
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static Range shown(Matcher found, int group) {
    return new Range(found.start(group), found.end(group));
  }

  private static List<Range> lines(String text) {
    List<Range> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int to = end < 0 ? text.length() : end;
      lines.add(new Range(start, to));
      start = to + 1;
    }
    return lines;
  }
}
