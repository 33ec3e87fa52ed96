package dev.gill.parse.secrets;

import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all secrets of a text; none overlaps another. */
final class SecretFinder {
  private SecretFinder() {}

  /**
   * @param blocks the text's structure, where tables have columns that say what is in them
   */
  static List<Span> in(String text, List<Headed> blocks) {
    List<Span> found = new ArrayList<>();
    PrivateKeys.find(text, found);
    KnownTokens.find(text, found);
    Labelled.find(text, found);
    SecretColumns.find(text, blocks, found);
    found.sort(
        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    List<Span> apart = new ArrayList<>();
    for (Span span : found) {
      if (apart.isEmpty() || span.start() >= apart.getLast().end()) {
        apart.add(span);
      } else if (span.end() > apart.getLast().end()) {
        apart.set(apart.size() - 1, new Span(apart.getLast().start(), span.end()));
      }
    }
    return apart;
  }
}
