package dev.gill.surface.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked. */
@Schema(name = "AskRequest")
record AskRequest(
    @Schema(
            description = "In the words of the one who asks",
            required = true,
            minLength = 1,
            maxLength = QuestionLimits.QUESTION_CHARACTERS,
            examples = "How do we restore the database from a backup?")
        String question) {}
