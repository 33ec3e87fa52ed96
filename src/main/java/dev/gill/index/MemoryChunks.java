package dev.gill.index;

import dev.gill.model.Chunk;
import dev.gill.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state, with its chunks laid out for searching once somebody searches. */
final class MemoryChunks {
  /** A chunk of a language, and its number among them. */
  record Entry(DocHead head, Embedded embedded, int number) {
    Chunk chunk() {
      return embedded.chunk();
    }
  }

  /** The chunks of one language: their texts, and their titles and headings. */
  private record Shelf(MemoryField texts, MemoryField headings) {}

  private final MemoryState state;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Language, Shelf> shelves = new EnumMap<>(Language.class);

  MemoryChunks(MemoryState state) {
    this.state = state;
  }

  MemoryState state() {
    return state;
  }

  /** All chunks, in order of document and place. */
  synchronized List<Entry> entries() {
    layOut();
    return entries;
  }

  synchronized double score(Entry entry, Map<String, Double> terms) {
    layOut();
    Shelf shelf = shelves.get(entry.chunk().language());
    return shelf.texts.score(entry.number, terms)
        + Bm25.HEADING_WEIGHT * shelf.headings.score(entry.number, terms);
  }

  synchronized boolean has(Language language, String term) {
    layOut();
    return shelves.get(language).texts.has(term);
  }

  synchronized double idf(Language language, String term) {
    layOut();
    return shelves.get(language).texts.idf(term);
  }

  private void layOut() {
    if (!shelves.isEmpty()) {
      return;
    }
    Map<Language, List<String>> texts = new HashMap<>();
    Map<Language, List<String>> headings = new HashMap<>();
    for (Language language : Language.values()) {
      texts.put(language, new ArrayList<>());
      headings.put(language, new ArrayList<>());
    }
    for (DocWrite document : state.documents().values()) {
      for (Embedded embedded : inOrder(document)) {
        Chunk chunk = embedded.chunk();
        List<String> shelf = texts.get(chunk.language());
        entries.add(new Entry(document.head(), embedded, shelf.size()));
        shelf.add(chunk.searched());
        headings.get(chunk.language()).add(headings(document.head(), chunk));
      }
    }
    for (Language language : Language.values()) {
      shelves.put(
          language,
          new Shelf(new MemoryField(texts.get(language)), new MemoryField(headings.get(language))));
    }
  }

  private static String headings(DocHead head, Chunk chunk) {
    Set<String> lines = new LinkedHashSet<>();
    lines.add(head.origin().title());
    lines.addAll(chunk.headings());
    lines.add(chunk.columns());
    return String.join("\n", lines);
  }

  static List<Embedded> inOrder(DocWrite document) {
    return document.chunks().stream()
        .sorted(Comparator.comparingInt(embedded -> embedded.chunk().start()))
        .toList();
  }
}
