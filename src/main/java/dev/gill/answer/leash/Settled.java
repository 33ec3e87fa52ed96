package dev.gill.answer.leash;

/** Finds how much of an answer that is being written can be read already. */
final class Settled {
  private Settled() {}

  /** What was said without a word, or a marker, that has only begun. */
  static String of(String said) {
    int end = said.length();
    while (end > 0 && !isBetweenWords(said, end)) {
      end--;
    }
    String words = said.substring(0, end);
    int opened = Math.max(words.lastIndexOf('['), words.lastIndexOf('【'));
    boolean open =
        opened > Math.max(words.lastIndexOf(']'), words.lastIndexOf('】'))
            && opened > words.lastIndexOf('\n');
    return open ? words.substring(0, opened) : words;
  }

  private static boolean isBetweenWords(String said, int at) {
    int before = said.codePointBefore(at);
    return Character.isWhitespace(before) || Character.isIdeographic(before);
  }
}
