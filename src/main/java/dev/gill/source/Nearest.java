package dev.gill.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was meant to be. */
public final class Nearest {
  private static final int BEGINNING = 3;

  private Nearest() {}

  /**
   * The name that begins as what was written, or differs from it by at most a third of its letters,
   * by Levenshtein's distance; empty if none is that near.
   */
  public static Optional<String> of(String written, Collection<String> names) {
    String text = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> begun(text, name) || distance(text, name) <= Math.max(1, name.length() / 3))
        .min(
            Comparator.comparing((String name) -> !begun(text, name))
                .thenComparing(name -> distance(text, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean begun(String text, String name) {
    return text.length() >= BEGINNING && name.startsWith(text);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
