package dev.gill.surface.mcp;

/**
 * A stretch of a text that parts no character.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last one
 */
record Stretch(int start, int end, String text) {
  /** From one offset, which lies within the text, to about another. */
  static Stretch of(String whole, int from, long to) {
    int start = isWithinCharacter(whole, from) ? from - 1 : from;
    int end = (int) Math.min(to, whole.length());
    end = isWithinCharacter(whole, end) ? end + 1 : end;
    return new Stretch(start, end, whole.substring(start, end));
  }

  private static boolean isWithinCharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
