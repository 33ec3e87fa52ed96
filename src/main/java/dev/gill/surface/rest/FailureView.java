package dev.gill.surface.rest;

import dev.gill.model.Failure;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that could not be taken in. */
@Schema(name = "Failure", description = "A document that could not be taken in")
record FailureView(
    @Schema(examples = "handbook:plans/2026.pdf") String document,
    String revision,
    @Schema(enumeration = {"read", "parse", "embed"}) String stage,
    @Schema(examples = "The file is encrypted; save it without a password.") String cause,
    Instant at) {
  static FailureView of(Failure failure) {
    return new FailureView(
        failure.doc().toString(),
        failure.revision(),
        failure.stage().name().toLowerCase(Locale.ROOT),
        failure.cause(),
        failure.at());
  }
}
