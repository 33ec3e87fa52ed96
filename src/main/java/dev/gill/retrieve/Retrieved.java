package dev.gill.retrieve;

import static java.util.stream.Collectors.toSet;

import dev.gill.embed.Embedder;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Set;

/**
 * What both legs brought for a question in one wording.
 *
 * @param text the question, in the language of the documents
 * @param vector of that text
 * @param passages fused, best first
 * @param topCosine of the passage whose vector is nearest; 0 if there is none
 * @param named the documents that are asked for by name
 */
record Retrieved(
    Language language,
    String text,
    Embedder embedder,
    float[] vector,
    List<Scored> passages,
    double topCosine,
    Set<DocId> named) {
  /** The same where documents are asked for by name, which changes the order. */
  Retrieved ofNamed(Set<DocId> documents, List<Scored> reordered) {
    return new Retrieved(language, text, embedder, vector, reordered, topCosine, documents);
  }

  /** The documents that the passages are of. */
  Set<DocId> documents() {
    return passages.stream().map(found -> found.passage().doc()).collect(toSet());
  }

  /** Whether a passage is written in the language that was searched. */
  boolean isOfItsLanguage(Scored found) {
    return found.passage().chunk().language() == language;
  }
}
