package dev.gill.answer.leash;

import java.util.Set;

/** What forms of one English word end with, after what they have in common. */
final class Endings {
  private static final Set<String> ALL =
      Set.of(
          "", "s", "es", "ed", "d", "ing", "er", "ers", "e", "y", "ies", "ied", "ly", "al", "ally",
          "ion", "ions", "n", "r", "rs", "en", "ten", "ting", "ted", "ning", "ned", "ping", "ped",
          "ment", "or", "ors", "able", "ance", "ive", "ian", "ans", "an", "ic", "ish", "th", "t");

  private Endings() {}

  static boolean isOne(String rest) {
    return ALL.contains(rest);
  }
}
