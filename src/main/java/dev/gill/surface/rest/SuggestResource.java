package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Section;
import dev.gill.index.Snapshot;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggests titles and headings while somebody types. */
@Path("/api/suggest")
@Tag(name = "Asking")
@Needs(Right.ASK)
class SuggestResource {
  /** A longer text is a question by now, and no heading has it. */
  private static final int LONGEST = 100;

  private static final int LOOKED_AT = 60;
  private static final int SHOWN = 8;

  private final IndexEngine index;
  private final CurrentReader currentReader;

  @Inject
  SuggestResource(IndexEngine index, CurrentReader currentReader) {
    this.index = index;
    this.currentReader = currentReader;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "suggest",
      summary = "Complete what is being typed",
      description =
          "Up to 8 titles and headings of documents that you may read, which have all the words"
              + " typed; the last word may be cut short.")
  @APIResponse(
      responseCode = "200",
      description = "Titles and headings, best first; none where nothing is typed or too much",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SuggestReply.class)))
  public SuggestReply suggest(
      @Parameter(description = "What is typed so far", example = "rest") @QueryParam("q")
          String q) {
    if (q == null || q.isBlank() || q.length() > LONGEST) {
      return new SuggestReply(List.of());
    }
    try (Snapshot snapshot = index.snapshot()) {
      List<Section> found = snapshot.sections(q, Filter.of(currentReader.get()), LOOKED_AT);
      return new SuggestReply(
          found.stream()
              .map(section -> SuggestionView.of(section, q))
              .distinct()
              .limit(SHOWN)
              .toList());
    }
  }
}
