package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import java.util.List;

/** Compares what two texts deny. */
final class Negation {
  /** Tokens, of any kind, between a negation and what it denies. */
  private static final int REACH = 4;

  /** Tokens on either side by which a place is known again. */
  private static final int NEAR = 3;

  private Negation() {}

  /** Whether a claim denies what a text says, or says what it denies. */
  static boolean differs(List<Token> claim, List<Token> text) {
    for (int i = 0; i < claim.size(); i++) {
      if (claim.get(i).kind() == Kind.NEGATION && !deniesToo(claim, i, text)) {
        return true;
      }
    }
    for (int i = 0; i < text.size(); i++) {
      if (text.get(i).kind() == Kind.NEGATION && isLost(text, i, claim)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text denies what follows a claim's negation. */
  private static boolean deniesToo(List<Token> claim, int at, List<Token> text) {
    int denied = next(claim, at);
    if (denied < 0) {
      return text.stream().anyMatch(token -> token.kind() == Kind.NEGATION);
    }
    for (int i = 0; i < text.size(); i++) {
      if (claim.get(denied).matches(text.get(i))
          && isDenied(text, i)
          && (!isHan(claim, denied) || follows(claim, denied, text, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a claim says, at the same place, what the text denies there. */
  private static boolean isLost(List<Token> text, int at, List<Token> claim) {
    int denied = next(text, at);
    if (denied < 0) {
      return false;
    }
    for (int i = 0; i < claim.size(); i++) {
      if (text.get(denied).matches(claim.get(i))
          && !isDenied(claim, i)
          && samePlace(text, denied, claim, i)
          && !saidThere(claim, i, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text says the same without denying it, at another place. */
  private static boolean saidThere(List<Token> claim, int at, List<Token> text) {
    for (int i = 0; i < text.size(); i++) {
      if (claim.get(at).matches(text.get(i))
          && !isDenied(text, i)
          && samePlace(claim, at, text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean samePlace(List<Token> one, int at, List<Token> other, int i) {
    if (isHan(one, at)) {
      return follows(one, at, other, i);
    }
    return meet(Neighbours.left(one, at, NEAR), Neighbours.left(other, i, NEAR))
        || meet(Neighbours.right(one, at, NEAR), Neighbours.right(other, i, NEAR));
  }

  private static boolean follows(List<Token> one, int at, List<Token> other, int i) {
    return at + 1 >= one.size()
        || (i + 1 < other.size() && one.get(at + 1).matches(other.get(i + 1)));
  }

  private static boolean meet(List<Token> some, List<Token> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::matches));
  }

  private static boolean isHan(List<Token> tokens, int at) {
    return tokens.get(at).kind() == Kind.HAN || tokens.get(at).isHanTurn();
  }

  private static int next(List<Token> tokens, int at) {
    for (int i = at + 1; i < tokens.size() && i <= at + REACH; i++) {
      if (tokens.get(i).kind() == Kind.NEGATION) {
        return -1;
      }
      if (tokens.get(i).says()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDenied(List<Token> tokens, int at) {
    int reach = isHan(tokens, at) ? 1 : REACH;
    for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
      if (tokens.get(i).kind() == Kind.NEGATION) {
        return true;
      }
      if (tokens.get(i).says() && i < at - 2) {
        return false;
      }
    }
    return false;
  }
}
