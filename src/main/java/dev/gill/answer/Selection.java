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
    return kind == QuestionKind.HOW ? explanation(ranked) : best(ranked, 2);
  }

  /** An explanation hangs together: its quotes come from the best passage. */
  private static List<Quote> explanation(List<Quote> ranked) {
    double top = ranked.stream().mapToDouble(quote -> quote.found().score()).max().orElse(0);
    return best(ranked.stream().filter(q -> q.found().score() == top).toList(), 3);
  }

  private static List<Quote> best(List<Quote> ranked, int most) {
    List<Quote> chosen = new ArrayList<>();
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
