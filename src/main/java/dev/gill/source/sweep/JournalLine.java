package dev.gill.source.sweep;

import java.util.Optional;

/** A line of a journal, its parts between tabulators. */
sealed interface JournalLine {
  /** A document reads so now; without a value it is gone. */
  record Document(String key, Optional<Known> known) implements JournalLine {}

  /** The page of this number ends here. */
  record PageEnd(long page, boolean complete) implements JournalLine {}

  static String write(JournalLine line) {
    return switch (line) {
      case Document(String key, Optional<Known> known) ->
          known
              .map(
                  k ->
                      String.join(
                          "\t",
                          "+",
                          escaped(key),
                          escaped(k.scope()),
                          escaped(k.mark()),
                          escaped(k.revision()),
                          k.shown()))
              .orElseGet(() -> "-\t" + escaped(key));
      case PageEnd(long page, boolean complete) -> "=\t%d\t%s".formatted(page, complete);
    };
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws IllegalArgumentException if it is not whole
   */
  static JournalLine read(String line) {
    String[] parts = line.split("\t", -1);
    return switch (parts[0] + parts.length) {
      case "+6" ->
          new Document(
              plain(parts[1]),
              Optional.of(new Known(plain(parts[2]), plain(parts[3]), plain(parts[4]), parts[5])));
      case "-2" -> new Document(plain(parts[1]), Optional.empty());
      case "=3" -> new PageEnd(Long.parseLong(parts[1]), Boolean.parseBoolean(parts[2]));
      default -> throw new IllegalArgumentException("a journal has no such line");
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      text.append(c != '\\' ? c : meant(escaped.charAt(++i)));
    }
    return text.toString();
  }

  private static char meant(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}
