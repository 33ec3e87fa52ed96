package dev.gill.source.verified;

import dev.gill.model.VerifiedAnswer;
import java.util.regex.Pattern;

/** The text of a verified answer: its question as a heading, and what it says below it. */
final class Markdown {
  private static final Pattern SIGNS = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~&])");

  /** A heading at the start of the answer would make the question a document of its own. */
  private static final Pattern TOP = Pattern.compile("(?m)^#(?= )");

  private Markdown() {}

  static String of(VerifiedAnswer answer) {
    String question = SIGNS.matcher(answer.question()).replaceAll("\\\\$1");
    return question + "\n===\n\n" + TOP.matcher(answer.answer()).replaceAll("##") + "\n";
  }
}
