package dev.gill.surface.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  private final ReadableDocuments documents;

  @Inject
  DocumentResource(ReadableDocuments documents) {
    this.documents = documents;
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
    return documents
        .find(id)
        .map(DocumentView::of)
        .orElseThrow(() -> ProblemException.notFound("Unknown document", "problem.document"));
  }
}
