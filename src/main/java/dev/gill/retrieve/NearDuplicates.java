package dev.gill.retrieve;

import dev.gill.model.Chunk;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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

  /** Odd, and with bits all over, so that hashes of stretches differ. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private record Seen(Scored scored, long[] shingles) {}

  private NearDuplicates() {}

  /** At most {@code most} of the passages, best first. */
  static List<Scored> dropped(List<Scored> ranked, int most) {
    List<Seen> kept = new ArrayList<>();
    for (Scored candidate : ranked) {
      boolean full = kept.size() == most;
      if (full && (most == 0 || !tied(candidate, kept.getLast().scored()))) {
        break;
      }
      long[] shingles = shingles(candidate.passage().chunk());
      int twin = twin(kept, shingles);
      if (twin < 0 && !full) {
        kept.add(new Seen(candidate, shingles));
      } else if (twin >= 0 && supersedes(candidate, kept.get(twin).scored())) {
        kept.set(twin, new Seen(candidate, shingles));
      }
    }
    return kept.stream().map(Seen::scored).sorted(Fusion.ORDER).toList();
  }

  private static int twin(List<Seen> kept, long[] shingles) {
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

  /** Hashes of all stretches of so many letters and digits, ascending, none twice. */
  private static long[] shingles(Chunk chunk) {
    String text = chunk.text().toLowerCase(Locale.ROOT);
    char[] kept = new char[text.length()];
    int length = 0;
    for (int i = 0; i < kept.length; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !isPunctuation(c)) {
        kept[length++] = c;
      }
    }
    long[] hashes = new long[Math.max(1, length - SHINGLE + 1)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(kept, i, Math.min(i + SHINGLE, length));
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static boolean isPunctuation(char c) {
    return c < 128 && !Character.isLetterOrDigit(c) && c > ' ' && c != 127;
  }

  private static long hash(char[] text, int start, int end) {
    long hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * MULTIPLIER + text[i];
    }
    return hash;
  }

  private static double jaccard(long[] a, long[] b) {
    int smaller = Math.min(a.length, b.length);
    int larger = Math.max(a.length, b.length);
    if (smaller < SAME * larger) {
      return 0;
    }
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) common / (a.length + b.length - common);
  }
}
