package dev.gill.surface.rest;

import dev.gill.model.VerifiedAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that somebody vouches for. */
@Schema(name = "VerifiedRequest")
record VerifiedRequest(
    @Schema(required = true, maxLength = VerifiedAnswer.LONGEST_QUESTION) String question,
    @Schema(description = "In Markdown", required = true, maxLength = VerifiedAnswer.LONGEST)
        String answer,
    @Schema(
            description = "Who vouches; where it is known who you are, that counts",
            nullable = true)
        String author,
    @Schema(
            description =
                "everyone, or names of groups parted by commas; never wider than the documents' own."
                    + " May be left out where documents are named",
            nullable = true,
            examples = "leads,people-team")
        String audience,
    @Schema(description = "Ids of the documents that it was drawn from", nullable = true)
        List<String> drawnFrom) {}
