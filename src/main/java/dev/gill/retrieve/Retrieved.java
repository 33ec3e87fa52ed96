package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.model.Language;
import dev.gill.model.Scored;
import java.util.List;

/**
 * What both legs brought for a question in one wording.
 *
 * @param text the question, in the language of the documents
 * @param vector of that text
 * @param passages fused, best first
 * @param topCosine of the passage whose vector is nearest; 0 if there is none
 */
record Retrieved(
    Language language,
    String text,
    Embedder embedder,
    float[] vector,
    List<Scored> passages,
    double topCosine) {
  /** Whether a passage is written in the language that was searched. */
  boolean isOfItsLanguage(Scored found) {
    return found.passage().chunk().language() == language;
  }
}
