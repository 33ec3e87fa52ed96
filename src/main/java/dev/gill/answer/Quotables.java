package dev.gill.answer;

import dev.gill.model.Range;
import dev.gill.model.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what can be quoted in a chunk: sentences and list items without their markers, table rows,
 * and lines of code. Headings are none: they name a place but say nothing. What ends with a colon
 * takes along what it announces.
 */
final class Quotables {
  private static final int MOST = 400;
  private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
  private static final Pattern MARKER = Pattern.compile("\\s*(?:[-*+•]|\\d{1,3}[.)])\\s+");
  private static final Pattern ROW = Pattern.compile("\\|\\s*(.*?)\\s*\\|");

  private final String text;
  private final List<Range> found = new ArrayList<>();
  private boolean code;

  private Quotables(String text) {
    this.text = text;
  }

  /** The ranges in order; they may overlap where one announces the next. */
  static List<Range> in(String chunkText) {
    Quotables quotables = new Quotables(chunkText);
    int start = 0;
    while (start < chunkText.length()) {
      int newline = chunkText.indexOf('\n', start);
      int end = newline < 0 ? chunkText.length() : newline;
      quotables.line(start, end);
      start = end + 1;
    }
    return List.copyOf(quotables.found);
  }

  private void line(int start, int end) {
    String line = text.substring(start, end);
    Matcher row = ROW.matcher(line);
    if (line.startsWith("```")) {
      code = !code;
    } else if (line.isBlank() || (!code && HEADING.matcher(line).matches())) {
      return;
    } else if (code) {
      add(start, end);
    } else if (row.matches()) {
      add(start + row.start(1), start + row.end(1));
    } else {
      sentences(start, end, line);
    }
  }

  private void sentences(int start, int end, String line) {
    Matcher marker = MARKER.matcher(line);
    int from = start + (marker.lookingAt() ? marker.end() : 0);
    List<Range> sentences = Sentences.in(text.substring(from, end));
    for (int i = 0; i < sentences.size(); i++) {
      int begin = from + sentences.get(i).start();
      int to = from + sentences.get(i).end();
      boolean last = i + 1 == sentences.size();
      if (!opens(to)) {
        add(begin, to);
      } else if (last) {
        add(begin, announced(begin, to));
      } else {
        add(begin, from + sentences.get(i + 1).end());
      }
    }
  }

  /** Whether what ends here says nothing without what comes after it. */
  private boolean opens(int end) {
    return ":：?？".indexOf(text.charAt(end - 1)) >= 0;
  }

  /**
   * The end of what an opening line announces: the list, table, code or paragraph after it, as far
   * as a quote may go.
   */
  private int announced(int start, int opener) {
    int end = opener;
    int at = opener;
    boolean begun = false;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at + 1);
      int stop = newline < 0 ? text.length() : newline;
      String line = text.substring(Math.min(at + 1, stop), stop);
      boolean over = line.isBlank() && begun || HEADING.matcher(line).matches();
      if (over || stop - start > MOST) {
        break;
      }
      begun |= !line.isBlank();
      end = line.isBlank() ? end : stop;
      at = stop;
    }
    return end;
  }

  private void add(int start, int end) {
    int from = start;
    int to = Math.min(end, start + 2 * MOST);
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    boolean says =
        text.substring(from, to).codePoints().filter(Character::isLetterOrDigit).count() >= 3;
    if (says) {
      found.add(new Range(from, to));
    }
  }
}
