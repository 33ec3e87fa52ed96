package dev.gill.parse.canonical;

import java.util.Locale;

/** What is compared where a list of contents names a heading: its letters and digits. */
public final class HeadingKey {
  private HeadingKey() {}

  /** Letters and digits alone, which every generator of fragments keeps. */
  public static String of(String words) {
    StringBuilder key = new StringBuilder();
    words
        .replaceAll("\\{#[^{}]*}", "")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
