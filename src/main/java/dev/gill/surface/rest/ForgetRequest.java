package dev.gill.surface.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be forgotten. */
@Schema(name = "ForgetRequest")
record ForgetRequest(
    @Schema(
            description = "An e-mail address, or an account as SOURCE:ACCOUNT",
            required = true,
            examples = "li@example.org")
        String person) {}
