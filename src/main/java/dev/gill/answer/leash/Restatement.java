package dev.gill.answer.leash;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks what a model made of a question: it may take words over from what was asked before, and
 * add none of its own that change what is asked.
 */
public final class Restatement {
  /** Share of its words that must have been asked. */
  private static final double ASKED = 0.75;

  /** Share of the last question's words that must be kept: a pronoun may go. */
  private static final double KEPT = 0.5;

  private Restatement() {}

  /**
   * Whether it asks what the last question asks after the others.
   *
   * @param before what was asked before
   */
  public static boolean holds(String restated, String asked, List<String> before) {
    List<Token> mine = Lexer.of(restated);
    List<Token> last = Lexer.of(asked);
    List<Token> all = Lexer.of(String.join("\n", before) + "\n" + asked);
    return stand(mine, all, ASKED)
        && stand(last, mine, KEPT)
        && denials(mine) >= denials(last)
        && denials(mine) <= denials(all);
  }

  /** Whether all that names something stands in a text, and enough of the words. */
  private static boolean stand(List<Token> tokens, List<Token> text, double share) {
    int[] says = IntStream.range(0, tokens.size()).filter(i -> tokens.get(i).says()).toArray();
    long standing = IntStream.of(says).filter(i -> Overlap.stands(tokens, i, text)).count();
    return standing >= share * says.length
        && IntStream.of(says)
            .filter(i -> names(tokens.get(i)))
            .allMatch(i -> Overlap.stands(tokens, i, text));
  }

  private static boolean names(Token token) {
    return switch (token.kind()) {
      case NUMBER, CODE, NAME -> true;
      case WORD, FILLER, OPENING, NEGATION, TURN, UNIT, HAN -> false;
    };
  }

  private static long denials(List<Token> tokens) {
    return tokens.stream().filter(token -> token.kind() == Token.Kind.NEGATION).count();
  }
}
