package dev.gill.parse.canonical;

import dev.gill.model.LeftOut;

/**
 * Text of a cell in which control characters say where struck-out and raised words begin and end;
 * XML cannot hold those, so that no text holds them by itself.
 */
public final class MarkedText {
  private static final char STRUCK = '\u0001';
  private static final char RAISED = '\u0002';
  private static final char END = '\u0003';

  private final StringBuilder words = new StringBuilder();

  /** Adds words; Excel's {@code _x000D_} stands for a control character. */
  public MarkedText add(String added, boolean struck, boolean raised) {
    if (!added.isEmpty()) {
      boolean marked = struck || raised;
      words.append(struck ? "" + STRUCK : raised ? "" + RAISED : "");
      words.append(added.replaceAll("_x00[01][0-9A-Fa-f]_", " "));
      words.append(marked ? "" + END : "");
    }
    return this;
  }

  @Override
  public String toString() {
    return words.toString();
  }

  /** The line that such text is; the text notes what is struck out. */
  public static Inline line(String marked, CanonicalText text) {
    Inline line = new Inline();
    int at = 0;
    while (at < marked.length()) {
      char c = marked.charAt(at);
      if (c == STRUCK || c == RAISED) {
        int end = marked.indexOf(END, at);
        String words = marked.substring(at + 1, end);
        if (c == RAISED) {
          line.raised(words, false);
        } else if (!words.isBlank()) {
          text.leftOut(LeftOut.Kind.STRUCK);
          line.space();
        }
        at = end + 1;
      } else {
        int end = next(marked, at);
        broken(marked.substring(at, end), line);
        at = end;
      }
    }
    return line;
  }

  private static int next(String marked, int from) {
    int at = from;
    while (at < marked.length() && marked.charAt(at) > END) {
      at++;
    }
    return Math.max(at, from + 1);
  }

  /** Adds words whose line breaks are the author's. */
  public static void broken(String words, Inline line) {
    String[] lines = words.split("\r\n|[\n\r\u000b\u2028]", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        line.lineBreak();
      }
      line.text(lines[i]);
    }
  }
}
