package dev.gill.parse.canonical;

import java.util.List;

/** The lines of back quotes around code, and the code between them. */
final class CodeFence {
  private static final int SHORTEST = 3;

  private CodeFence() {}

  /** A fence that none of these lines can be taken for. */
  static String around(List<String> lines) {
    int longest = lines.stream().mapToInt(CodeFence::quotes).max().orElse(0);
    return "`".repeat(Math.max(SHORTEST, longest + 1));
  }

  private static int quotes(String line) {
    String words = line.stripLeading();
    int quotes = 0;
    while (quotes < words.length() && words.charAt(quotes) == '`') {
      quotes++;
    }
    return quotes < SHORTEST ? 0 : quotes;
  }

  /** Appends a line of code as it is, without characters that nobody sees. */
  static void append(StringBuilder text, String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t' || !Characters.isInvisible(c)) {
        text.append(c);
      }
    }
    text.append('\n');
  }
}
