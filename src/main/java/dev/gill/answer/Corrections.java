package dev.gill.answer;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Correcting;
import dev.gill.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was said later in the same conversation to correct a quote. Whoever asks wants the
 * latter, though the former may be in better words.
 */
final class Corrections {
  /** Words that are too short to say that two messages are about the same. */
  private static final int WORD = 4;

  private record Said(int start, int end, Place.Message place, String text) {}

  private Corrections() {}

  /** The same quotes, with the correction of the best one before it if there is one. */
  static List<Quote> first(List<Quote> ranked) {
    if (ranked.isEmpty()) {
      return ranked;
    }
    Quote best = ranked.getFirst();
    Optional<Quote> correction = correction(best, ranked);
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
    List<Said> said = said(best.found().passage().chunk());
    Optional<Said> corrected = said.stream().filter(each -> holds(each, best)).findFirst();
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
                    .filter(quote -> quote.samePassage(best) && holds(later, quote))
                    .findFirst());
  }

  private static boolean holds(Said message, Quote quote) {
    int at = quote.range().start();
    return message.start() <= at && at < message.end();
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

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.removeIf(word -> word.length() < WORD);
    return words;
  }

  /** The messages of a passage, without the line that names who said them. */
  private static List<Said> said(Chunk chunk) {
    List<Said> said = new ArrayList<>();
    List<Anchor> anchors = chunk.anchors();
    for (int i = 0; i < anchors.size(); i++) {
      if (anchors.get(i).place() instanceof Place.Message message) {
        int start = Math.max(0, anchors.get(i).offset() - chunk.start());
        int end =
            i + 1 < anchors.size()
                ? anchors.get(i + 1).offset() - chunk.start()
                : chunk.text().length();
        if (start < end && end <= chunk.text().length()) {
          String text = chunk.text().substring(start, end);
          said.add(new Said(start, end, message, text.substring(text.indexOf('\n') + 1)));
        }
      }
    }
    return said;
  }
}
