package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a token stands beside the same words in two texts. */
final class Neighbours {
  /** Tokens on either side of the claim's that are looked for. */
  private static final int REACH = 2;

  /** Tokens on either side of the text's that are looked at. */
  private static final int NEAR = 4;

  /** Chinese characters beside it that must be the same. */
  private static final int RUN = 3;

  private Neighbours() {}

  /** Whether some place in the text has the claim's token, with its neighbours on both sides. */
  static boolean same(List<Token> claim, int at, List<Token> text) {
    for (int i = 0; i < text.size(); i++) {
      if (claim.get(at).matches(text.get(i)) && same(claim, at, text, i)) {
        return true;
      }
    }
    return false;
  }

  /** The same with a neighbour on either side. */
  static boolean either(List<Token> claim, int at, List<Token> text) {
    List<Token> left = left(claim, at, REACH);
    List<Token> right = right(claim, at, REACH);
    for (int i = 0; i < text.size(); i++) {
      if (claim.get(at).matches(text.get(i))
          && (meet(left, left(text, i, NEAR))
              || meet(right, right(text, i, NEAR))
              || meet(right, left(text, i, NEAR)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(List<Token> claim, int at, List<Token> text, int i) {
    if (isHan(claim, at - 1) || isHan(claim, at + 1)) {
      int left = run(claim, at, text, i, -1);
      int right = run(claim, at, text, i, 1);
      int most = Math.min(RUN, claim.size() - 1);
      return left + right >= most && (left > 0 || at == 0 || right >= RUN);
    }
    List<Token> left = left(claim, at, REACH);
    List<Token> right = right(claim, at, REACH);
    return (left.isEmpty() || meet(left, left(text, i, NEAR)))
        && (right.isEmpty() || meet(right, right(text, i, NEAR)));
  }

  /** Tokens in a row that are the same, up to the run that is needed. */
  private static int run(List<Token> claim, int at, List<Token> text, int i, int step) {
    int run = 0;
    int mine = at + step;
    int theirs = i + step;
    while (run < RUN
        && mine >= 0
        && mine < claim.size()
        && theirs >= 0
        && theirs < text.size()
        && claim.get(mine).matches(text.get(theirs))) {
      run++;
      mine += step;
      theirs += step;
    }
    return run;
  }

  private static boolean isHan(List<Token> tokens, int at) {
    return at >= 0
        && at < tokens.size()
        && (tokens.get(at).kind() == Kind.HAN || tokens.get(at).isHanTurn());
  }

  private static boolean meet(List<Token> some, List<Token> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::matches));
  }

  /** Tokens before one that say something, the nearest first. */
  static List<Token> left(List<Token> tokens, int at, int most) {
    List<Token> found = new ArrayList<>();
    for (int i = at - 1; i >= 0 && found.size() < most; i--) {
      if (tokens.get(i).says()) {
        found.add(tokens.get(i));
      }
    }
    return found;
  }

  /** Tokens after one that say something, the nearest first. */
  static List<Token> right(List<Token> tokens, int at, int most) {
    List<Token> found = new ArrayList<>();
    for (int i = at + 1; i < tokens.size() && found.size() < most; i++) {
      if (tokens.get(i).says()) {
        found.add(tokens.get(i));
      }
    }
    return found;
  }
}
