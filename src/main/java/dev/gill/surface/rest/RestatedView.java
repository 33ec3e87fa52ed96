package dev.gill.surface.rest;

import dev.gill.answer.Restated;
import dev.gill.surface.ModelNote;
import dev.gill.surface.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a question of a conversation was taken for. */
@Schema(name = "Restated", description = "What a question of a conversation was taken for")
record RestatedView(
    @Schema(description = "The question that is answered") String question,
    @Schema(description = "The same in a sentence, in the language that is asked for") String note,
    @Schema(description = "Tokens that were sent for it") long tokensIn,
    @Schema(description = "Tokens that came for it") long tokensOut) {
  static RestatedView of(Restated restated, Texts t) {
    return new RestatedView(
        restated.question().text(),
        ModelNote.restated(restated, t),
        restated.effort().tokensIn(),
        restated.effort().tokensOut());
  }
}
