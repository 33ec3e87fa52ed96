package dev.gill.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the one to three quotes that make the answer, best first, from quotes ranked for a
 * question.
 */
final class Selection {
  /** A further quote must score at least this share of the best one's score. */
  private static final double CLOSE = 0.8;

  private Selection() {}

  static List<Quote> of(QuestionKind kind, List<Quote> ranked) {
    List<Quote> chosen = new ArrayList<>();
    int most = kind == QuestionKind.HOW ? 3 : 2;
    for (Quote quote : ranked) {
      boolean enough = chosen.size() == most;
      boolean weak = !chosen.isEmpty() && quote.score() < CLOSE * chosen.getFirst().score();
      if (enough || weak) {
        break;
      }
      boolean again = chosen.stream().anyMatch(c -> c.overlaps(quote) || c.sameWords(quote));
      if (!again) {
        chosen.add(quote);
      }
    }
    return chosen;
  }
}
