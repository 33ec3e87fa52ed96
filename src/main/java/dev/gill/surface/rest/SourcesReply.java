package dev.gill.surface.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How all sources fare. */
@Schema(name = "SourcesReply")
record SourcesReply(
    @Schema(description = "In order of name") List<SourceView> sources,
    @Schema(description = "Null while no other index is being built", nullable = true)
        RebuildingView rebuilding) {}
