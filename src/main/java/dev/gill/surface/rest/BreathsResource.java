package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Scope;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what was taken in lately. */
@Path("/api/breaths")
@Tag(name = "Sources")
class BreathsResource {
  private final SyncMonitor sync;
  private final CurrentReader currentReader;
  private final IndexEngine index;

  @Inject
  BreathsResource(SyncMonitor sync, CurrentReader currentReader, IndexEngine index) {
    this.sync = sync;
    this.currentReader = currentReader;
    this.index = index;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "breaths",
      summary = "See what was taken in lately",
      description = "The latest changes of documents that you may read, newest first.")
  @APIResponse(
      responseCode = "200",
      description = "The latest breaths",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BreathsReply.class)))
  public BreathsReply breaths() {
    try (Snapshot snapshot = index.snapshot()) {
      Set<Scope> readable = snapshot.access().scopes(currentReader.get());
      return new BreathsReply(
          sync.breaths().stream()
              .filter(breath -> readable.contains(breath.scope()))
              .map(BreathView::of)
              .toList());
    }
  }
}
