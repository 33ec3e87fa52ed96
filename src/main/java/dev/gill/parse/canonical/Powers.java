package dev.gill.parse.canonical;

import java.util.regex.Pattern;

/** Tells raised figures that are powers from those that are only printed so. */
public final class Powers {
  /** What can be raised as a power. */
  private static final Pattern EXPONENT =
      Pattern.compile("[+\\u2212-]?[\\p{L}\\p{Nd}].*", Pattern.DOTALL);

  /** Endings of ordinal numbers, which are raised and no power. */
  private static final Pattern ORDINAL =
      Pattern.compile("(?i)st|nd|rd|th|er|ers|re|e|è?me|os?|as?|te|ste");

  /** Raised letters that only print so: a trade mark, {@code Mme}. */
  private static final Pattern PRINTED = Pattern.compile("(?i)tm|sm|mc|è?me|lle|gr");

  private Powers() {}

  /** Whether words that are raised right behind a text are a power of it. */
  public static boolean isOne(CharSequence text, String words) {
    if (text.isEmpty() || !EXPONENT.matcher(words).matches() || PRINTED.matcher(words).matches()) {
      return false;
    }
    boolean counted = Character.isDigit(text.charAt(text.length() - 1));
    return !(counted && ORDINAL.matcher(words).matches());
  }
}
