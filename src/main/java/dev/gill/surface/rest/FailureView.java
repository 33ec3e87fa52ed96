package dev.gill.surface.rest;

import dev.gill.model.Failure;
import dev.gill.surface.Worded;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that could not be taken in. */
@Schema(name = "Failure", description = "A document that could not be taken in")
record FailureView(
    @Schema(examples = "handbook:plans/2026.pdf") String document,
    String revision,
    @Schema(enumeration = {"read", "parse", "embed"}) String stage,
    @Schema(examples = "The file is protected by a password; store it without one.") String cause,
    @Schema(description = "The language of the cause", examples = "en") String language,
    Instant at,
    @Schema(
            description = "When it is tried again; null where it is tried again once it changes",
            nullable = true)
        Instant nextTry) {
  /**
   * @param next null where it is tried again once it changes
   */
  static FailureView of(Failure failure, Instant next, Function<String, Worded> wording) {
    Worded cause = wording.apply(failure.cause());
    return new FailureView(
        failure.doc().toString(),
        failure.revision(),
        failure.stage().name().toLowerCase(Locale.ROOT),
        cause.text(),
        cause.language(),
        failure.at(),
        next);
  }
}
