package dev.gill.surface.web;

import dev.gill.model.Range;
import dev.gill.model.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the sentences of a text that most resemble a quote, by the words that they share; a word
 * counts the more the fewer sentences have it.
 */
final class Resemblance {
  /** Share of weighted words in common from which two passages pass for two versions of one. */
  private static final double ENOUGH = 0.35;

  /** How much the distance from the old place may cost: it decides between near-equals only. */
  private static final double FAR = 0.1;

  private static final int MOST_SENTENCES = 8;

  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{IsAlphabetic}\\p{IsDigit}&&[^\\p{IsHan}]]+");

  private final List<Range> sentences;
  private final List<Set<String>> words = new ArrayList<>();
  private final Map<String, Integer> frequency = new HashMap<>();

  private Resemblance(String text) {
    sentences = Sentences.in(text);
    for (Range sentence : sentences) {
      Set<String> own = words(sentence.of(text));
      words.add(own);
      own.forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
  }

  /** The best run of sentences, as many as the quote has or fewer; empty if none resembles it. */
  static Optional<Range> in(String text, String quote, int near) {
    return new Resemblance(text).best(quote, near, Math.max(1, text.length()));
  }

  private Optional<Range> best(String quote, int near, int length) {
    Set<String> wanted = words(quote);
    int longest = Math.clamp(Sentences.in(quote).size(), 1, MOST_SENTENCES);
    Range best = null;
    double bestScore = 0;
    for (int from = 0; from < sentences.size(); from++) {
      Set<String> run = new HashSet<>();
      for (int to = from; to < Math.min(sentences.size(), from + longest); to++) {
        run.addAll(words.get(to));
        double alike = alike(wanted, run);
        Range range = new Range(sentences.get(from).start(), sentences.get(to).end());
        double score = alike - FAR * Math.abs(range.start() - near) / length;
        if (alike >= ENOUGH && (best == null || score > bestScore)) {
          best = range;
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Dice's coefficient, weighted. */
  private double alike(Set<String> a, Set<String> b) {
    double shared = 0;
    double all = 0;
    for (String word : a) {
      double weight = weight(word);
      all += weight;
      shared += b.contains(word) ? 2 * weight : 0;
    }
    for (String word : b) {
      all += weight(word);
    }
    return all == 0 ? 0 : shared / all;
  }

  private double weight(String word) {
    return Math.log(1 + (1.0 + sentences.size()) / (1 + frequency.getOrDefault(word, 0)));
  }

  private static Set<String> words(String text) {
    Set<String> found = new HashSet<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(found::add);
    return found;
  }
}
