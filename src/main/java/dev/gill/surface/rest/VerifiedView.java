package dev.gill.surface.rest;

import dev.gill.model.Identity;
import dev.gill.model.VerifiedAnswer;
import dev.gill.surface.Verifying;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that somebody vouches for. */
@Schema(name = "VerifiedAnswer")
record VerifiedView(
    String id,
    @Schema(description = "Under which it is quoted as any other document") String document,
    String question,
    @Schema(description = "In Markdown") String answer,
    @Schema(description = "Who wrote it") String author,
    @Schema(description = "Who said last that it holds") String verifier,
    Instant verified,
    @Schema(description = "From when on it answers no more, unless it is verified anew")
        Instant until,
    @Schema(description = "Whether it answers now") boolean holds,
    @Schema(
            description = "Who is asked to verify it anew; null if that is not due",
            nullable = true)
        String asked,
    String audience,
    @Schema(description = "Ids of the documents that it was drawn from") List<String> drawnFrom) {
  static VerifiedView of(VerifiedAnswer answer, Verifying verifying) {
    return new VerifiedView(
        answer.id(),
        verifying.document(answer).toString(),
        answer.question(),
        answer.answer(),
        answer.author(),
        answer.verifier(),
        answer.verified(),
        answer.until(),
        verifying.holds(answer),
        verifying.asked(answer).map(Identity::toString).orElse(null),
        answer.audience().toString(),
        answer.drawnFrom().stream().map(each -> each.document().toString()).toList());
  }
}
