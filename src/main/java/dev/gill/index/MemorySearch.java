package dev.gill.index;

import dev.gill.model.Language;
import dev.gill.model.Passage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Searches one state by looking at every chunk that may be read.
 *
 * @param allowed those chunks
 */
record MemorySearch(MemoryChunks chunks, List<MemoryChunks.Entry> allowed) {
  List<Hit> best(IndexQuery query, int k) {
    Stream<Hit> hits =
        switch (query) {
          case IndexQuery.Lexical lexical -> lexical(lexical);
          case IndexQuery.Rendered rendered -> rendered(rendered);
          case IndexQuery.Nearest nearest -> nearest(nearest);
        };
    return hits.sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(Math.max(k, 0))
        .toList();
  }

  private Stream<Hit> lexical(IndexQuery.Lexical query) {
    Map<String, Double> terms = new HashMap<>();
    Words.in(query.text()).forEach(term -> terms.put(term, 1.0));
    return having(terms, query.cosineTo(), allowed.stream());
  }

  private Stream<Hit> rendered(IndexQuery.Rendered query) {
    Language language = query.language();
    Map<String, Double> terms =
        Renderings.weights(query.words(), Words::in, term -> chunks.has(language, term));
    return having(
        terms,
        query.cosineTo(),
        allowed.stream().filter(entry -> entry.chunk().language() == language));
  }

  private Stream<Hit> having(
      Map<String, Double> terms,
      Optional<IndexQuery.Nearest> beside,
      Stream<MemoryChunks.Entry> entries) {
    return entries
        .map(entry -> hit(entry, chunks.score(entry, terms), cosine(beside, entry.embedded())))
        .filter(hit -> hit.score() > 0);
  }

  private Stream<Hit> nearest(IndexQuery.Nearest query) {
    return allowed.stream()
        .flatMap(
            entry -> {
              OptionalDouble cosine = cosine(Optional.of(query), entry.embedded());
              return cosine.stream().mapToObj(score -> hit(entry, score, cosine));
            });
  }

  private static Hit hit(MemoryChunks.Entry entry, double score, OptionalDouble cosine) {
    DocHead head = entry.head();
    Passage passage = new Passage(head.id(), head.revision(), head.origin(), entry.chunk());
    return new Hit(passage, score, cosine);
  }

  private static OptionalDouble cosine(Optional<IndexQuery.Nearest> asked, Embedded chunk) {
    return asked
        .filter(query -> query.space().equals(chunk.space()))
        .map(query -> OptionalDouble.of(cosine(query.vector(), chunk.vector())))
        .orElse(OptionalDouble.empty());
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }
}
