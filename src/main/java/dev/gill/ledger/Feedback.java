package dev.gill.ledger;

import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Range;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody said of a quote. It holds no word of the document, only where the quote stood, so
 * that nothing is left of a document that is gone or changed.
 *
 * @param question as it was asked
 * @param helpful whether the quote answers it
 * @param document that the quote is from
 * @param chunk that it stands in
 * @param within where in the chunk's text
 * @param at when that was said
 */
public record Feedback(
    String question, boolean helpful, DocId document, Fingerprint chunk, Range within, Instant at) {
  public Feedback {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(chunk, "chunk");
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(at, "at");
    if (question.isBlank()) {
      throw new IllegalArgumentException("feedback is on a question");
    }
  }
}
