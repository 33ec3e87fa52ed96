package dev.gill.parse.office.rtf;

/** Parts the bytes of Rich Text Format into braces, control words and characters. */
final class RtfTokens {
  enum Kind {
    OPEN,
    CLOSE,
    /** A control word; see {@link #word()}. */
    WORD,
    /** A control symbol; {@link #value()} is the character. */
    SIGN,
    /** A byte of text, written as itself or in hexadecimal. */
    BYTE,
    END
  }

  /**
   * A control word.
   *
   * @param value its number; 1 if it has none, as if it switched something on
   * @param numbered whether it has one
   */
  record Word(String name, int value, boolean numbered) {
    /** Whether it switches something on. */
    boolean isOn() {
      return value != 0;
    }
  }

  private static final int LONGEST_NAME = 32;
  private static final int MOST_DIGITS = 9;

  private final byte[] bytes;
  private int at;
  private int value;
  private Word word;

  RtfTokens(byte[] bytes) {
    this.bytes = bytes;
  }

  int value() {
    return value;
  }

  Word word() {
    return word;
  }

  Kind next() {
    while (at < bytes.length) {
      int c = bytes[at++] & 0xff;
      switch (c) {
        case '{' -> {
          return Kind.OPEN;
        }
        case '}' -> {
          return Kind.CLOSE;
        }
        case '\r', '\n', 0 -> {}
        case '\\' -> {
          Kind kind = control();
          if (kind != null) {
            return kind;
          }
        }
        default -> {
          value = c;
          return Kind.BYTE;
        }
      }
    }
    return Kind.END;
  }

  /** What follows a backslash; null if nothing that counts. */
  private Kind control() {
    if (at == bytes.length) {
      return null;
    }
    int c = bytes[at] & 0xff;
    if (isLetter(c)) {
      return word(name());
    }
    at++;
    value = c;
    return switch (c) {
      case '\'' -> hex();
      case '\r', '\n' -> {
        word = new Word("par", 1, false);
        yield Kind.WORD;
      }
      case '\\', '{', '}' -> Kind.BYTE;
      default -> Kind.SIGN;
    };
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    while (at < bytes.length && isLetter(bytes[at] & 0xff) && name.length() < LONGEST_NAME) {
      name.append((char) bytes[at++]);
    }
    return name.toString();
  }

  private Kind word(String name) {
    boolean negative = at < bytes.length && bytes[at] == '-';
    int from = negative ? at + 1 : at;
    int end = from;
    int number = 0;
    while (end < bytes.length && isDigit(bytes[end]) && end - from < MOST_DIGITS) {
      number = number * 10 + bytes[end++] - '0';
    }
    boolean numbered = end > from;
    at = numbered ? end : at;
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    word = new Word(name, numbered ? negative ? -number : number : 1, numbered);
    if (name.equals("bin") && number > 0) {
      at = Math.min(bytes.length - at, number) + at;
      return null;
    }
    return Kind.WORD;
  }

  private Kind hex() {
    int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      return null;
    }
    at += 2;
    value = high * 16 + low;
    return Kind.BYTE;
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
