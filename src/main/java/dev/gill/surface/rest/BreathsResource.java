package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.model.Reader;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what was taken in lately. */
@Path("/api/breaths")
@Tag(name = "Sources")
class BreathsResource {
  private final SyncMonitor monitor;
  private final CurrentReader currentReader;

  @Inject
  BreathsResource(SyncMonitor monitor, CurrentReader currentReader) {
    this.monitor = monitor;
    this.currentReader = currentReader;
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
    Reader reader = currentReader.get();
    return new BreathsReply(
        monitor.breaths().stream()
            .filter(breath -> reader.mayRead(breath.audience()))
            .map(BreathView::of)
            .toList());
  }
}
