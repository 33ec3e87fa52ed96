package dev.gill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * English words, the commonest first, drawn as Zipf found them to be: each as often as its rank
 * says. They are those of the sample team's documents in the order of how often they stand there;
 * rarer ones are made by joining two of them.
 */
final class Vocabulary {
  private static final Path DOCUMENTS = Path.of("config", "sample-team");
  private static final int SIZE = 60_000;

  private final List<String> words;
  private final double[] upTo;

  private Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    this.upTo = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  static Vocabulary read() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (Stream<Path> files = Files.walk(DOCUMENTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        for (String word : Files.readString(file).toLowerCase(Locale.ROOT).split("[^a-z]+")) {
          if (word.length() > 1) {
            counts.merge(word, 1, Integer::sum);
          }
        }
      }
    }
    List<String> real =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .map(Map.Entry::getKey)
            .toList();
    return new Vocabulary(extended(real));
  }

  private static List<String> extended(List<String> real) {
    Set<String> words = new LinkedHashSet<>(real);
    for (int step = 1; words.size() < SIZE; step++) {
      for (int i = 0; i < real.size() && words.size() < SIZE; i++) {
        words.add(real.get(i) + real.get((i + step * 37) % real.size()));
      }
    }
    return new ArrayList<>(words);
  }

  /** A word, the common ones more often. */
  String draw(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, at);
    return words.get(found < 0 ? -found - 1 : found);
  }

  /** The word of that rank, from 0; ranks beyond the last begin again. */
  String get(int rank) {
    return words.get(Math.floorMod(rank, words.size()));
  }
}
