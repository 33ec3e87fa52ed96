package dev.gill.answer.leash;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds sentences that only say the question again. Passages may well say them, as a heading or an
 * item of an agenda does, but whoever asks learns nothing from them.
 */
final class Repetition {
  /** Asks for something that its own words do not say. */
  private static final Pattern OPEN =
      Pattern.compile(
          "\\b(?:how|what|which|who|whom|whose|when|where|why)\\b|什么|什麼|谁|誰|哪|几|幾|多少|多久|多长|多大|怎么|怎麼|怎样|如何|为何|何时|何处",
          Pattern.CASE_INSENSITIVE);

  /** Asks whether something is so, or which of two; then its own words may well be the answer. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "^\\s*(?:is|are|am|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)\\b"
              + "|\\bor\\b|[吗嗎]|是否|能否|可否|有没有|有沒有|(\\p{IsHan})不\\1|还是|還是|或",
          Pattern.CASE_INSENSITIVE);

  private final boolean asks;
  private final List<Token> question;

  Repetition(String question) {
    this.asks = OPEN.matcher(question).find() && !CLOSED.matcher(question).find();
    this.question = Lexer.of(question);
  }

  /** Whether a sentence adds nothing to the question. */
  boolean isOf(List<Token> claim) {
    return asks
        && denials(claim) <= denials(question)
        && IntStream.range(0, claim.size())
            .filter(i -> claim.get(i).says())
            .allMatch(i -> Overlap.stands(claim, i, question));
  }

  private static long denials(List<Token> tokens) {
    return tokens.stream().filter(token -> token.kind() == Token.Kind.NEGATION).count();
  }
}
