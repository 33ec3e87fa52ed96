package dev.gill.surface.rest;

import java.util.List;
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
        String question,
    @Schema(
            description = "Names of the sources to answer from; all if absent or empty",
            nullable = true,
            examples = "[\"handbook\"]")
        List<String> sources,
    @Schema(
            description = "Only from what was written that day or later, in UTC",
            nullable = true,
            examples = "2026-01-01")
        String from,
    @Schema(
            description = "Only from what was written that day or earlier, in UTC",
            nullable = true,
            examples = "2026-12-31")
        String until,
    @Schema(
            description =
                "What was asked before in the same conversation, oldest first; only a chat model"
                    + " makes use of it",
            nullable = true,
            maxItems = QuestionLimits.QUESTIONS_BEFORE,
            examples = "[\"How long are backups kept?\"]")
        List<String> before) {}
