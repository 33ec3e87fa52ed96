package dev.gill.surface.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The latest changes that were taken in. */
@Schema(name = "BreathsReply")
record BreathsReply(@Schema(description = "Newest first") List<BreathView> breaths) {}
