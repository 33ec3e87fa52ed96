package dev.gill.surface.rest;

import dev.gill.model.Composition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a chat model had to do with an answer. */
@Schema(name = "Composition", description = "What a chat model had to do with an answer")
record CompositionView(
    @Schema(description = "What the model is called") String model,
    @Schema(
            description =
                "worded: the statements are its words; nothing_held: the documents support none of"
                    + " them; else why quotes stand in")
        String outcome,
    @Schema(description = "Its sentences that are not shown as part of the answer, with why")
        List<DroppedView> dropped,
    @Schema(description = "Tokens that were sent") long tokensIn,
    @Schema(description = "Tokens that came") long tokensOut,
    @Schema(description = "How long it took") long milliseconds,
    @Schema(description = "By the configured prices; null if there are none", nullable = true)
        BigDecimal cost,
    @Schema(description = "Whether the answer was kept from before, so that it took nothing")
        boolean remembered) {
  /** A sentence that is not shown. */
  @Schema(name = "DroppedSentence", description = "A sentence that no passage supports")
  record DroppedView(
      @Schema(description = "What the model said") String text,
      @Schema(description = "Why it is left out, such as number, name or negation") String why) {}

  static CompositionView of(Composition composition) {
    return new CompositionView(
        composition.model(),
        composition.outcome().name().toLowerCase(Locale.ROOT),
        composition.dropped().stream()
            .map(d -> new DroppedView(d.text(), d.flaw().name().toLowerCase(Locale.ROOT)))
            .toList(),
        composition.effort().tokensIn(),
        composition.effort().tokensOut(),
        composition.effort().took().toMillis(),
        composition.effort().cost().orElse(null),
        composition.effort().remembered());
  }
}
