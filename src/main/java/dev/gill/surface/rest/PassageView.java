package dev.gill.surface.rest;

import dev.gill.answer.Plain;
import dev.gill.answer.QuoteSeal;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage as it was ranked for a question. */
@Schema(name = "Passage", description = "A passage as it was ranked for a question")
record PassageView(
    String text,
    @Schema(description = "The same as it is read, without the marks of lists, tables and code")
        String plain,
    @Schema(description = "What it says as it is read, from its best sentence on")
        List<PartView> excerpt,
    @Schema(description = "The language that it is written in", examples = "en") String language,
    int start,
    int end,
    String revision,
    @Schema(description = "Proves to the page of the document that this was found there")
        String signature,
    DocumentRef document,
    @Schema(description = "Both legs fused, from 0 to 1", examples = "0.83") double score,
    @Schema(description = "BM25; null if that leg did not find it", nullable = true) Double lexical,
    @Schema(
            description = "Cosine of the vectors; null if that leg did not find it",
            nullable = true)
        Double cosine) {
  static PassageView of(Scored scored, List<Part> excerpt, QuoteSeal seal) {
    Passage passage = scored.passage();
    int start = passage.chunk().start();
    return new PassageView(
        passage.chunk().text(),
        Plain.of(passage.chunk()),
        PartView.of(excerpt),
        passage.chunk().language().code(),
        start,
        passage.chunk().end(),
        passage.revision(),
        seal.sign(passage.doc(), passage.revision(), start, passage.chunk().text()),
        DocumentRef.of(passage.doc(), passage.locate(start)),
        scored.score(),
        orNull(scored.lexical()),
        orNull(scored.cosine()));
  }

  private static Double orNull(OptionalDouble score) {
    return score.isPresent() ? score.getAsDouble() : null;
  }
}
