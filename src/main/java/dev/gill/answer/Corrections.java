package dev.gill.answer;

import dev.gill.model.Anchor;
import dev.gill.model.Correcting;
import dev.gill.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what was said later in the same conversation to correct a quote. Whoever asks wants the
 * latter, though the former may be in better words.
 */
final class Corrections {
  /** Words that are too short to say that two messages are about the same. */
  private static final int WORD = 4;

  /** Words besides numbers that make a statement which can be said again. */
  private static final int FEWEST = 2;

  private static final Pattern TOKEN =
      Pattern.compile("\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]+|\\p{Nd}+(?:[.:]\\p{Nd}+)*");

  private Corrections() {}

  /**
   * The same quotes, with what corrects the best one before it, or says it again later with another
   * number, if there is such a quote.
   */
  static List<Quote> first(List<Quote> ranked) {
    if (ranked.isEmpty()) {
      return ranked;
    }
    Quote best = ranked.getFirst();
    Optional<Quote> correction = correction(best, ranked).or(() -> restated(best, ranked));
    if (correction.isEmpty()) {
      return ranked;
    }
    Quote better = correction.get();
    List<Quote> changed = new ArrayList<>(ranked);
    changed.remove(better);
    changed.addFirst(new Quote(better.found(), better.range(), better.support(), best.score()));
    return changed;
  }

  private static Optional<Quote> correction(Quote best, List<Quote> ranked) {
    List<Said> said = Said.in(best.found().passage().chunk());
    Optional<Said> corrected = said.stream().filter(each -> each.holds(best.range())).findFirst();
    if (corrected.isEmpty()) {
      return Optional.empty();
    }
    return said.stream()
        .filter(later -> later.start() > corrected.get().start())
        .filter(later -> corrects(later, corrected.get()))
        .reduce((_, last) -> last)
        .flatMap(
            later ->
                ranked.stream()
                    .filter(quote -> quote.samePassage(best) && later.holds(quote.range()))
                    .findFirst());
  }

  /** The last message that says the same again with another number, wherever it stands. */
  private static Optional<Quote> restated(Quote best, List<Quote> ranked) {
    Optional<Place.Message> said = message(best);
    Set<String> before = tokens(best.text());
    return said.flatMap(
        earlier ->
            ranked.stream()
                .filter(
                    quote -> message(quote).filter(m -> m.at().isAfter(earlier.at())).isPresent())
                .filter(quote -> restates(tokens(quote.text()), before))
                .max(Comparator.comparing(quote -> message(quote).orElseThrow().at())));
  }

  private static Optional<Place.Message> message(Quote quote) {
    return Anchor.locate(quote.found().passage().chunk().anchors(), quote.startsAt())
        .filter(Place.Message.class::isInstance)
        .map(Place.Message.class::cast);
  }

  /** By whoever said it, or about the same. */
  private static boolean corrects(Said later, Said earlier) {
    if (!Correcting.begins(later.text())) {
      return false;
    }
    Set<String> both = words(later.text());
    both.retainAll(words(earlier.text()));
    return later.place().author().equals(earlier.place().author()) || !both.isEmpty();
  }

  private static boolean restates(Set<String> later, Set<String> earlier) {
    Set<String> said = new HashSet<>(later);
    said.removeIf(Corrections::isNumber);
    Set<String> before = new HashSet<>(earlier);
    before.removeIf(Corrections::isNumber);
    return said.size() >= FEWEST
        && said.equals(before)
        && later.size() > said.size()
        && earlier.size() > before.size()
        && !later.equals(earlier);
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.codePointAt(0));
  }

  /** Words, numbers, and Chinese signs one by one. */
  private static Set<String> tokens(String text) {
    return TOKEN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.removeIf(word -> word.length() < WORD);
    return words;
  }
}
