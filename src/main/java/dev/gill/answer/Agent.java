package dev.gill.answer;

import dev.gill.retrieve.Evidence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who does what a question asks about: who keeps something is by whom it is kept. */
final class Agent {
  private static final Pattern BY =
      Pattern.compile(
          "\\b(\\p{L}{2,})(?:\\s+(?:up|out|down|off|over|on|in))?\\s+by\\s+(?!\\d|\\p{L}+ing\\b)\\p{L}");

  private Agent() {}

  /** Whether a sentence says by whom something is done that the question names. */
  static boolean isNamedIn(String sentence, Evidence evidence) {
    Matcher by = BY.matcher(sentence);
    while (by.find()) {
      if (!evidence.met(by.group(1)).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
