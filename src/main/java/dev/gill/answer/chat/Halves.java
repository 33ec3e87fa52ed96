package dev.gill.answer.chat;

import dev.gill.model.Language;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Parts a question that asks for two things, which may stand in two documents. */
final class Halves {
  private static final Pattern JOINT =
      Pattern.compile(
          "\\s*[,;]?\\s+(?:and|as well as|but)\\s+(?:also\\s+)?|\\?\\s+|[？；;]|[，,]?(?:以及|并且|还有|而且|同时)|，(?=谁|什么|怎么|如何|多久|多少|哪|何)",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST = 3;
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_CHARACTERS = 3;

  private Halves() {}

  /** The parts; empty if it asks for one thing. */
  static List<String> of(String question) {
    List<String> parts =
        Arrays.stream(JOINT.split(question.strip()))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    boolean each = parts.stream().allMatch(Halves::asks);
    return parts.size() > 1 && parts.size() <= MOST && each ? parts : List.of();
  }

  private static boolean asks(String part) {
    return Language.of(part) == Language.CHINESE
        ? part.codePointCount(0, part.length()) >= FEWEST_CHARACTERS
        : part.split("\\s+").length >= FEWEST_WORDS;
  }
}
