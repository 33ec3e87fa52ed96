package dev.gill.surface.rest;

import dev.gill.model.Composition;
import dev.gill.surface.ModelNote;
import dev.gill.surface.Texts;
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
    @Schema(description = "The same in a sentence, in the language that is asked for") String note,
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
      @Schema(description = "Why it is left out, such as number, name or negation") String why,
      @Schema(description = "The same in words, in the language that is asked for")
          String reason) {}

  static CompositionView of(Composition composition, Texts t) {
    return new CompositionView(
        composition.model(),
        composition.outcome().name().toLowerCase(Locale.ROOT),
        ModelNote.said(composition, t),
        composition.dropped().stream().map(each -> view(each, t)).toList(),
        composition.effort().tokensIn(),
        composition.effort().tokensOut(),
        composition.effort().took().toMillis(),
        composition.effort().cost().orElse(null),
        composition.effort().remembered());
  }

  private static DroppedView view(Composition.Dropped dropped, Texts t) {
    String why = dropped.flaw().name().toLowerCase(Locale.ROOT);
    return new DroppedView(dropped.text(), why, t.of("model.why." + why.replace('_', '-')));
  }
}
