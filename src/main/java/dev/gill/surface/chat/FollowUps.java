package dev.gill.surface.chat;

import java.util.regex.Pattern;

/** Tells questions that lean on the one before. */
final class FollowUps {
  private static final int FEW_WORDS = 3;
  private static final int FEW_CHARACTERS = 6;

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(and|but|or|also|then|what about|how about|same for|why|since when)\\b.*"
              + "|.*\\b(it|its|that|this|these|those|they|them|their|there|he|she|his|her)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CHINESE =
      Pattern.compile(
          "(那|还有|還有|如果|要是|对于|對於|以及|为什么|為什麼|谁|誰|什么时候|什麼時候).*"
              + "|.*(它|他|她|其|这个|這個|那个|那個|这样|這樣|上面|刚才|剛才).*|.*呢[?？]?",
          Pattern.DOTALL);

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private FollowUps() {}

  /** Whether it can hardly be understood without what was asked before. */
  static boolean leans(String question) {
    String asked = question.strip();
    if (HAN.matcher(asked).find()) {
      return asked.codePointCount(0, asked.length()) <= FEW_CHARACTERS
          || CHINESE.matcher(asked).matches();
    }
    return asked.split("\\s+").length <= FEW_WORDS || ENGLISH.matcher(asked).matches();
  }

  /** Both in one question of at most so many characters. */
  static String joined(String before, String question, int most) {
    String both = before.strip() + " " + question.strip();
    return both.codePointCount(0, both.length()) <= most ? both : question;
  }
}
