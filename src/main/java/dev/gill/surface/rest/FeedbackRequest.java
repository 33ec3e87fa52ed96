package dev.gill.surface.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says of one citation of an answer. */
@Schema(name = "FeedbackRequest")
record FeedbackRequest(
    @Schema(description = "As it was asked", required = true) String question,
    @Schema(description = "Whether the quote answers it", required = true) Boolean helpful,
    @Schema(description = "The citation's document.id", required = true) String document,
    @Schema(description = "The citation's revision", required = true) String revision,
    @Schema(description = "The citation's start", required = true) int start,
    @Schema(description = "The citation's end", required = true) int end) {}
