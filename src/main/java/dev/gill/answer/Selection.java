package dev.gill.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the one to three quotes that make the answer, best first, from quotes ranked for a
 * question.
 */
final class Selection {
  private static final int MOST = 3;

  /** A further quote must score at least this share of the best one's score. */
  private static final double CLOSE = 0.8;

  private Selection() {}

  static List<Quote> of(QuestionKind kind, List<Quote> ranked) {
    return choose(kind, ranked, CLOSE);
  }

  /** The best three whatever the kind of question, and however weak the others are. */
  static List<Quote> best(QuestionKind kind, List<Quote> ranked) {
    return choose(kind, ranked, 0);
  }

  private static List<Quote> choose(QuestionKind kind, List<Quote> ranked, double close) {
    return distinct(kind == QuestionKind.HOW ? explanation(ranked) : ranked, close);
  }

  /** An explanation hangs together: its quotes come from the passage of the best one. */
  private static List<Quote> explanation(List<Quote> ranked) {
    return ranked.stream().filter(quote -> quote.samePassage(ranked.getFirst())).toList();
  }

  private static List<Quote> distinct(List<Quote> ranked, double close) {
    List<Quote> chosen = new ArrayList<>();
    for (Quote quote : ranked) {
      boolean enough = chosen.size() == MOST;
      boolean weak = !chosen.isEmpty() && quote.score() < close * chosen.getFirst().score();
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
