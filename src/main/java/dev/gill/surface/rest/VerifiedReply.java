package dev.gill.surface.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The verified answers that whoever asks may read. */
@Schema(name = "VerifiedReply")
record VerifiedReply(
    @Schema(description = "Whether you may write and verify them") boolean mayVerify,
    @Schema(description = "The newest first") List<VerifiedView> answers) {}
