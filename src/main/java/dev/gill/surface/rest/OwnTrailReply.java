package dev.gill.surface.rest;

import dev.gill.surface.KeptQuestion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Gill keeps of whoever asks. */
@Schema(name = "OwnTrailReply", description = "What Gill keeps of you")
record OwnTrailReply(
    @Schema(description = "Days that questions are kept; 0 where they are not") int days,
    @Schema(
            description =
                "Whether it is known who you are; if not, what you ask is kept without a name")
        boolean recognised,
    @Schema(description = "Your questions, newest first") List<KeptQuestion> questions) {}
