package dev.gill.retrieve;

import dev.gill.model.Chunk;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Shows near-identical passages once: of copies that are about equally relevant the newest and,
 * among those of one age, the longest; else the most relevant.
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
  private static final long MIX = 0x9E3779B97F4A7C15L;

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
    Passage passage = candidate.passage();
    Passage other = kept.passage();
    int age = passage.modified().compareTo(other.modified());
    boolean saysMore = passage.chunk().text().length() > other.chunk().text().length();
    return asRelevant && (age > 0 || (age == 0 && saysMore));
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

  /** Hashes of the different runs of so many letters and digits, in order. */
  private static long[] shingles(Chunk chunk) {
    char[] text = squeezed(chunk.text());
    int count = Math.max(1, text.length - SHINGLE + 1);
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = 0;
      for (int j = i; j < Math.min(i + SHINGLE, text.length); j++) {
        hash = (hash ^ text[j]) * MIX;
        hash ^= hash >>> 29;
      }
      hashes[i] = hash;
    }
    return different(hashes);
  }

  private static long[] different(long[] hashes) {
    Arrays.sort(hashes);
    int kept = 1;
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] != hashes[kept - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, kept);
  }

  /** The text in lower case without white space and ASCII punctuation. */
  private static char[] squeezed(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    char[] kept = new char[lower.length()];
    int length = 0;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean mark = c < 128 && !Character.isLetterOrDigit(c) && c >= ' ' && c != 127;
      if (!mark && !Character.isWhitespace(c)) {
        kept[length++] = c;
      }
    }
    return Arrays.copyOf(kept, length);
  }

  private static double jaccard(long[] a, long[] b) {
    int smaller = Math.min(a.length, b.length);
    int larger = Math.max(a.length, b.length);
    if (smaller < SAME * larger) {
      return 0;
    }
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) common / (a.length + b.length - common);
  }
}
