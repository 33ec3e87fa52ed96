package dev.gill.answer;

import dev.gill.retrieve.Evidence;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what only says the question again: an entry of a list of contents, an item of an agenda,
 * the label of a field, a question that somebody else asked. Whoever asks learns nothing from it.
 */
final class Echo {
  /** Share of another question's terms from which on it asks the same. */
  private static final double SAME = 0.6;

  /** Asks whether something is so; a statement in the same words says that it is. */
  private static final Pattern WHETHER =
      Pattern.compile(
          "^\\s*(is|are|am|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has"
              + "|have|had)\\b.*|.*(吗|嗎|是否|能否|可否|有没有|有沒有|(\\p{IsHan})不\\2).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern QUESTION = Pattern.compile("[?？][\"'”’)\\]」』）】*_`]*\\s*$");

  private final Evidence evidence;
  private final boolean asksWhether;

  Echo(String question, Evidence evidence) {
    this.evidence = evidence;
    this.asksWhether = WHETHER.matcher(question).matches();
  }

  /** Whether a sentence says nothing that the question does not say. */
  boolean isIn(String sentence) {
    Set<String> own = evidence.termsOf(sentence);
    if (QUESTION.matcher(sentence).find()) {
      long asked = own.stream().filter(evidence.terms()::containsKey).count();
      return asked >= SAME * own.size();
    }
    return !asksWhether && evidence.terms().keySet().containsAll(own);
  }
}
