package dev.gill.surface.rest;

import dev.gill.ledger.TrailBook;
import dev.gill.surface.KeptQuestion;
import dev.gill.surface.TrailView.Shown;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of the trail, newest first. */
@Schema(name = "TrailReply", description = "Some of the trail, newest first")
record TrailReply(
    @Schema(description = "Days that questions are kept; 0 where they are not") int days,
    @Schema(description = "Questions that are still to be written") int waiting,
    @Schema(description = "Questions that could not be kept since the start") long lost,
    @Schema(description = "Why nothing can be written now; null if all is well", nullable = true)
        String trouble,
    @Schema(description = "Since when; null if all is well", nullable = true) Instant since,
    List<KeptQuestion> questions,
    @Schema(
            description = "Give it as before for the next page; null if there is none",
            nullable = true)
        Long next) {
  static TrailReply of(int days, TrailBook.Condition condition, Shown shown) {
    return new TrailReply(
        days,
        condition.waiting(),
        condition.lost(),
        condition.trouble().orElse(null),
        condition.since().orElse(null),
        shown.questions(),
        shown.next().isPresent() ? shown.next().getAsLong() : null);
  }
}
