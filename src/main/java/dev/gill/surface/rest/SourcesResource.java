package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.surface.Languages;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.surface.Worded;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how the sources fare. */
@Path("/api/sources")
@Tag(name = "Sources")
class SourcesResource {
  private final SyncMonitor sync;
  private final CurrentReader currentReader;
  private final IndexEngine index;
  private final InstantSource clock;
  private final Languages languages;

  @Inject
  SourcesResource(
      SyncMonitor sync,
      CurrentReader currentReader,
      IndexEngine index,
      InstantSource clock,
      Languages languages) {
    this.sync = sync;
    this.currentReader = currentReader;
    this.index = index;
    this.clock = clock;
    this.languages = languages;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sources",
      summary = "See how the sources fare",
      description = "State, lag, trouble and failures of every configured source.")
  @APIResponse(
      responseCode = "200",
      description = "All sources",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SourcesReply.class)))
  public SourcesReply sources(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Texts t = languages.of(accepted);
    Function<String, Worded> wording = said -> languages.reworded(said, t);
    Instant now = clock.instant();
    try (Snapshot snapshot = index.snapshot()) {
      Reader reader = currentReader.get();
      Clearance clearance = new Clearance(snapshot, reader);
      return new SourcesReply(
          sync.sources().stream()
              .map(
                  status ->
                      SourceView.of(
                          status,
                          snapshot.abridged(status.source()),
                          latest(snapshot, reader, status.source()),
                          clearance,
                          wording,
                          now))
              .toList(),
          RebuildingView.of(
              sync.rebuilding(), clearance.readsAll(snapshot.access().sources()), wording));
    }
  }

  private static Optional<DocHead> latest(Snapshot snapshot, Reader reader, SourceId source) {
    return snapshot.latest(new Filter(reader, Set.of(source)), 1).stream().findFirst();
  }

  @POST
  @Path("/{name}/sync")
  @Needs(Right.SYNC)
  @Operation(
      operationId = "lookNow",
      summary = "Look now",
      description = "Has a source looked at now rather than on its schedule.")
  @APIResponse(responseCode = "202", description = "It will be looked at")
  @APIResponse(
      responseCode = "404",
      description = "No source of that name is configured",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response lookNow(
      @Parameter(description = "The source's configured name", example = "handbook")
          @PathParam("name")
          String name) {
    if (parse(name).filter(sync::lookNow).isEmpty()) {
      throw ProblemException.notFound("Unknown source", "problem.source.unknown");
    }
    return Response.accepted().build();
  }

  private static Optional<SourceId> parse(String name) {
    try {
      return Optional.of(new SourceId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
