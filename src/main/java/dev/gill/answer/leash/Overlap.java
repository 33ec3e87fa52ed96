package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import java.util.List;

/** How much of a claim stands in a text. */
final class Overlap {
  /** A name says which of alike sentences is meant. */
  private static final double NAME = 2;

  /**
   * A number may be the wrong one, and must not bring a neighbouring sentence in by itself, where
   * another thing has that number.
   */
  private static final double FIGURE = 0.5;

  private Overlap() {}

  /** By number of tokens. */
  static double of(List<Token> claim, List<Token> text) {
    double sum = 0;
    for (int i = 0; i < claim.size(); i++) {
      Token token = claim.get(i);
      if (token.says() && stands(claim, i, text)) {
        sum += weight(token.kind());
      } else if (token.kind() == Kind.NEGATION && stands(claim, i, text)) {
        sum += 1;
      }
    }
    return sum;
  }

  private static double weight(Token.Kind kind) {
    return switch (kind) {
      case NAME, CODE -> NAME;
      case NUMBER, UNIT, TURN -> FIGURE;
      case WORD, FILLER, OPENING, NEGATION, HAN -> 1;
    };
  }

  /** Whether a token of the claim stands in a text; a Chinese character with one beside it. */
  static boolean stands(List<Token> claim, int at, List<Token> text) {
    Token token = claim.get(at);
    boolean han = token.kind() == Kind.HAN || token.isHanTurn();
    for (int i = 0; i < text.size(); i++) {
      if (token.matches(text.get(i)) && (!han || alike(claim, at, text, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean alike(List<Token> claim, int at, List<Token> text, int i) {
    return same(claim, at - 1, text, i - 1)
        || same(claim, at + 1, text, i + 1)
        || (!isHan(claim, at - 1) && !isHan(claim, at + 1));
  }

  private static boolean same(List<Token> claim, int at, List<Token> text, int i) {
    return at >= 0
        && at < claim.size()
        && i >= 0
        && i < text.size()
        && claim.get(at).form().equals(text.get(i).form());
  }

  private static boolean isHan(List<Token> claim, int at) {
    return at >= 0
        && at < claim.size()
        && (claim.get(at).kind() == Kind.HAN || claim.get(at).isHanTurn());
  }
}
