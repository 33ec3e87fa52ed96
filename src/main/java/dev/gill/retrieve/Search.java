package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.model.Language;
import dev.gill.model.Scored;
import dev.gill.model.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Searches one snapshot for one asker.
 *
 * @param whole the spaces that the whole snapshot is embedded in
 * @param depth hits of each leg that are fused
 * @param most passages that are kept of what was fused
 */
record Search(
    Snapshot snapshot,
    Filter filter,
    Embedders embedders,
    Predicate<Space> whole,
    int depth,
    int most) {
  /** Passages that show which rendering of a word the documents use. */
  private static final int SHOWING = 10;

  /** In the question's own language and words. */
  Retrieved asAsked(String question) throws InterruptedException {
    Language language = Language.of(question);
    IndexQuery.Nearest near = near(language, question);
    IndexQuery.Lexical words = new IndexQuery.Lexical(question, beside(near));
    List<Hit> lexical = snapshot.search(words, filter, depth);
    Fusion fusion = Fusion.of(language);
    Map<String, Double> weights = fusion.weighsTerms() ? snapshot.termWeights(question) : Map.of();
    return found(fusion, new Asked(language, question, near, weights), lexical);
  }

  /**
   * In another language: by all renderings of the question's words, and by nearness to those
   * renderings that the passages found have. Empty if no passage has any.
   */
  Optional<Retrieved> rendered(List<List<String>> words, Language language)
      throws InterruptedException {
    var first = new IndexQuery.Rendered(language, words, Optional.empty());
    List<Hit> found = snapshot.search(first, filter, SHOWING);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = new Wording(snapshot, found).of(words);
    IndexQuery.Nearest near = near(language, text);
    var rendered = new IndexQuery.Rendered(language, words, beside(near));
    List<Hit> lexical = snapshot.search(rendered, filter, depth);
    Asked asked = new Asked(language, text, near, Map.of());
    return Optional.of(found(Fusion.rendered(language), asked, lexical));
  }

  private IndexQuery.Nearest near(Language language, String text) throws InterruptedException {
    Embedder embedder = embedders.of(language);
    float[] vector = embedder.embed(List.of(text), Role.QUESTION).getFirst();
    return new IndexQuery.Nearest(embedder.space(), vector);
  }

  /** What the index can say of nearness; nothing where it is embedded otherwise. */
  private Optional<IndexQuery.Nearest> beside(IndexQuery.Nearest near) {
    return Optional.of(near).filter(query -> whole.test(query.space()));
  }

  /**
   * What both legs are asked.
   *
   * @param termWeights the inverse document frequencies of its terms; empty where a good match by
   *     words is not measured by them
   */
  private record Asked(
      Language language, String text, IndexQuery.Nearest near, Map<String, Double> termWeights) {}

  /** Where the index is embedded otherwise, what the words found stands for both legs. */
  private Retrieved found(Fusion fusion, Asked asked, List<Hit> lexical)
      throws InterruptedException {
    if (beside(asked.near()).isPresent()) {
      return found(fusion, asked, lexical, snapshot.search(asked.near(), filter, depth));
    }
    WordsAlone found = WordsAlone.of(lexical, asked.near(), embedders.of(asked.language()));
    return found(fusion, asked, found.lexical(), found.nearest());
  }

  private Retrieved found(Fusion fusion, Asked asked, List<Hit> lexical, List<Hit> nearest) {
    List<Scored> fused = fusion.fuse(lexical, nearest, asked.termWeights());
    double topCosine = nearest.isEmpty() ? 0 : nearest.getFirst().score();
    return new Retrieved(
        asked.language(),
        asked.text(),
        embedders.of(asked.language()),
        asked.near().vector(),
        NearDuplicates.dropped(fused, most),
        topCosine,
        Set.of());
  }
}
