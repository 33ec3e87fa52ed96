package dev.gill.surface.rest;

import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.surface.Asking;
import java.util.List;

/** How much a request may hold. */
final class QuestionLimits {
  /** Unicode characters of a question. */
  static final int QUESTION_CHARACTERS = Asking.LONGEST_QUESTION;

  /** Passages of a search. */
  static final int PASSAGES = 100;

  private static final String PASSAGES_WANTED = "10";

  private QuestionLimits() {}

  /** Questions that were asked before in a conversation. */
  static final int QUESTIONS_BEFORE = 20;

  /** What was asked before, if it is no more than a conversation. */
  static List<String> before(List<String> before) {
    if (before == null) {
      return List.of();
    }
    boolean fits =
        before.size() <= QUESTIONS_BEFORE
            && before.stream()
                .allMatch(
                    each ->
                        each != null
                            && each.codePointCount(0, each.length()) <= QUESTION_CHARACTERS);
    if (!fits) {
      throw ProblemException.invalid(
          "Invalid conversation", "problem.question.before", QUESTIONS_BEFORE, QUESTION_CHARACTERS);
    }
    return List.copyOf(before);
  }

  /** The question, if it is one. */
  static Question question(String text, Reader reader, Restriction restriction) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid("Invalid question", "problem.question.empty");
    }
    int characters = text.codePointCount(0, text.length());
    if (characters > QUESTION_CHARACTERS) {
      throw ProblemException.invalid(
          "Invalid question", "problem.question.long", characters, QUESTION_CHARACTERS);
    }
    return new Question(text, reader, restriction);
  }

  /** How many passages are wanted, from what a query parameter says. */
  static int passages(String k) {
    String written = k == null ? PASSAGES_WANTED : k.strip();
    if (written.matches("[0-9]{1,3}")) {
      int wanted = Integer.parseInt(written);
      if (wanted >= 1 && wanted <= PASSAGES) {
        return wanted;
      }
    }
    throw ProblemException.invalid("Invalid k", "problem.passages", PASSAGES);
  }
}
