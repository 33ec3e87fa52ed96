package dev.gill.retrieve;

import dev.gill.model.Chunk;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Shows near-identical passages once: of copies that are about equally relevant the newest, else
 * the most relevant.
 */
final class NearDuplicates {
  /** Share of common shingles (Jaccard) from which two passages count as the same. */
  private static final double SAME = 0.8;

  /**
   * Fused scores this near count as equal, and scores of a leg that differ by no more than this
   * share.
   */
  private static final double TIE = 0.05;

  private static final int SHINGLE = 12;

  private record Seen(Scored scored, Set<String> shingles) {}

  private NearDuplicates() {}

  /** At most {@code most} of the passages, best first. */
  static List<Scored> dropped(List<Scored> ranked, int most) {
    List<Seen> kept = new ArrayList<>();
    for (Scored candidate : ranked) {
      boolean full = kept.size() == most;
      if (full && (most == 0 || !tied(candidate, kept.getLast().scored()))) {
        break;
      }
      Set<String> shingles = shingles(candidate.passage().chunk());
      int twin = twin(kept, shingles);
      if (twin < 0 && !full) {
        kept.add(new Seen(candidate, shingles));
      } else if (twin >= 0 && supersedes(candidate, kept.get(twin).scored())) {
        kept.set(twin, new Seen(candidate, shingles));
      }
    }
    return kept.stream().map(Seen::scored).sorted(Fusion.ORDER).toList();
  }

  private static int twin(List<Seen> kept, Set<String> shingles) {
    for (int i = 0; i < kept.size(); i++) {
      if (jaccard(kept.get(i).shingles(), shingles) >= SAME) {
        return i;
      }
    }
    return -1;
  }

  private static boolean supersedes(Scored candidate, Scored kept) {
    boolean asRelevant =
        tied(candidate, kept)
            || (near(candidate.lexical(), kept.lexical())
                && near(candidate.cosine(), kept.cosine()));
    return asRelevant
        && candidate.passage().origin().modified().isAfter(kept.passage().origin().modified());
  }

  private static boolean tied(Scored lower, Scored higher) {
    return higher.score() - lower.score() <= TIE;
  }

  /** Scaling pulls the scores of two copies apart when hardly anything else was found. */
  private static boolean near(OptionalDouble a, OptionalDouble b) {
    return a.isPresent()
        && b.isPresent()
        && Math.abs(a.getAsDouble() - b.getAsDouble()) <= TIE * Math.abs(b.getAsDouble());
  }

  private static Set<String> shingles(Chunk chunk) {
    String text = chunk.text().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", "");
    Set<String> shingles = new HashSet<>();
    if (text.length() <= SHINGLE) {
      shingles.add(text);
    }
    for (int i = 0; i + SHINGLE <= text.length(); i++) {
      shingles.add(text.substring(i, i + SHINGLE));
    }
    return shingles;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    int smaller = Math.min(a.size(), b.size());
    int larger = Math.max(a.size(), b.size());
    if (smaller < SAME * larger) {
      return 0;
    }
    int common = 0;
    for (String shingle : a) {
      common += b.contains(shingle) ? 1 : 0;
    }
    return (double) common / (a.size() + b.size() - common);
  }
}
