package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows documents to those who may read them. */
@Path("/api/documents")
@Tag(name = "Documents")
class DocumentResource {
  private final IndexEngine index;
  private final CurrentReader currentReader;

  @Inject
  DocumentResource(IndexEngine index, CurrentReader currentReader) {
    this.index = index;
    this.currentReader = currentReader;
  }

  @GET
  @Path("/{id:.+}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "document",
      summary = "Read a document",
      description = "Its canonical text, revision and chunks, as they are in the index now.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such document, or none that you may read",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public DocumentView document(
      @Parameter(description = "source:key", example = "handbook:runbooks/restore.md")
          @PathParam("id")
          String id) {
    return parse(id)
        .flatMap(this::readable)
        .map(DocumentView::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "Unknown document", "There is no document of that id that you may read."));
  }

  private Optional<StoredDocument> readable(DocId id) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot
          .document(id)
          .filter(document -> currentReader.get().mayRead(document.head().audience()));
    }
  }

  private static Optional<DocId> parse(String id) {
    try {
      return Optional.of(DocId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
