package dev.gill.answer;

import java.util.regex.Pattern;

/** Finds sentences that begin with a word that points back to the sentence before. */
final class BackReference {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(he|she|it|they|this|that|these|those|his|her|its|their|such|both|as such"
              + "|(in|at) (this|that|these|those)|for (this|example|instance)"
              + "|however|therefore|thus|hence|instead|otherwise)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CHINESE =
      Pattern.compile("(他|她|它|牠|其|该|該|这|這|那|此|因此|所以|但|而|然而|例如).*", Pattern.DOTALL);

  private BackReference() {}

  static boolean opens(String sentence) {
    return ENGLISH.matcher(sentence).matches() || CHINESE.matcher(sentence).matches();
  }
}
