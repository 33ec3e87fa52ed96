package dev.gill.answer;

import dev.gill.model.Dated;
import dev.gill.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an answer that somebody vouched for from hiding what a source says since then: where a
 * newer text answers nearly as well in other words, it comes first, and both are shown.
 */
final class NewerText {
  /** Share of the vouched answer's score from which on a text answers nearly as well. */
  private static final double NEARLY = 0.6;

  private static final int MOST = 3;

  private NewerText() {}

  /** The same quotes, or with a newer text before them. */
  static List<Quote> first(List<Quote> chosen, List<Quote> ranked) {
    Optional<Quote> vouched = chosen.stream().filter(NewerText::isVouched).findFirst();
    Optional<Quote> newer = vouched.flatMap(quote -> newer(quote, ranked));
    if (newer.isEmpty()) {
      return chosen;
    }
    List<Quote> both = new ArrayList<>(chosen);
    both.removeIf(quote -> quote == newer.get() || quote.overlaps(newer.get()));
    both.addFirst(newer.get());
    return both.subList(0, Math.min(MOST, both.size()));
  }

  private static Optional<Quote> newer(Quote vouched, List<Quote> ranked) {
    return ranked.stream()
        .filter(quote -> !isVouched(quote))
        .filter(
            quote ->
                quote.found().passage().modified().isAfter(vouched.found().passage().modified()))
        .filter(quote -> quote.score() >= NEARLY * vouched.score())
        .filter(quote -> !quote.sameWords(vouched))
        .findFirst();
  }

  private static boolean isVouched(Quote quote) {
    return isVouched(quote.found().passage());
  }

  /** Whether somebody said that all of a passage holds. */
  static boolean isVouched(Passage passage) {
    return passage.origin().dated() == Dated.VERIFIED;
  }
}
