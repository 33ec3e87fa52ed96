package dev.gill.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds where documents and sections begin, by looking at each. */
final class MemorySections {
  private MemorySections() {}

  /**
   * Those with all the words of a text, the last of which may be cut short.
   *
   * @param entries in order of document and place
   */
  static List<Section> of(List<MemoryChunks.Entry> entries, String typed) {
    List<String> words = Words.in(typed);
    List<Section> found = new ArrayList<>();
    MemoryChunks.Entry last = null;
    for (MemoryChunks.Entry entry : entries) {
      boolean first = last == null || !last.head().id().equals(entry.head().id());
      List<String> before = first ? null : last.chunk().headings();
      List<String> lines = Section.beginning(entry.head(), before, entry.chunk());
      if (!words.isEmpty() && matches(words, String.join("\n", lines))) {
        found.add(Section.of(entry.head(), entry.chunk()));
      }
      last = entry;
    }
    return found;
  }

  private static boolean matches(List<String> words, String lines) {
    Set<String> terms = new HashSet<>(Words.in(lines));
    List<String> whole = words.subList(0, words.size() - 1);
    return terms.containsAll(whole)
        && terms.stream().anyMatch(term -> term.startsWith(words.getLast()));
  }
}
