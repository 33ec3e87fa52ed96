package dev.gill.surface.rest;

import dev.gill.ledger.Said;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says of a whole answer. */
@Schema(name = "OpinionRequest")
record OpinionRequest(
    @Schema(description = "Whether the answer helps", required = true) Boolean helpful,
    @Schema(description = "Why, in your words", nullable = true, maxLength = Said.LONGEST)
        String reason) {}
