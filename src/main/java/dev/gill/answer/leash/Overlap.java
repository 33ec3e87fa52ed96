package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import java.util.List;

/** How much of a claim stands in a text. */
final class Overlap {
  private static final double HARD = 2;

  private Overlap() {}

  /** By number of tokens; what must stand there counts twice. */
  static double of(List<Token> claim, List<Token> text) {
    double sum = 0;
    for (int i = 0; i < claim.size(); i++) {
      Token token = claim.get(i);
      if (token.says() && stands(claim, i, text)) {
        sum += token.kind().isHard() ? HARD : 1;
      } else if (token.kind() == Kind.NEGATION && stands(claim, i, text)) {
        sum += 1;
      }
    }
    return sum;
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
