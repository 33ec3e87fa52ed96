package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.index.StoredDocument;
import dev.gill.ledger.Feedback;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Question;
import dev.gill.model.Range;
import dev.gill.model.Restriction;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes what people say of answers, where that is switched on. */
@Path("/api/feedback")
@Tag(name = "Asking")
@Needs(Right.ASK)
class FeedbackResource {
  private final FeedbackBox box;
  private final ReadableDocuments documents;
  private final CurrentReader currentReader;
  private final InstantSource clock;

  @Inject
  FeedbackResource(
      FeedbackBox box,
      ReadableDocuments documents,
      CurrentReader currentReader,
      InstantSource clock) {
    this.box = box;
    this.documents = documents;
    this.currentReader = currentReader;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "feedback",
      summary = "Say whether a quote answers",
      description =
          "Kept for ./gill learn with the question and where the quote stands; not who said it, and"
              + " no word of the document. Only where gill.feedback is switched on.")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(
      responseCode = "400",
      description = "The question is empty or too long, or something is missing",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description =
          "No feedback is kept here, or there is no such passage that you may read in that revision",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void feedback(FeedbackRequest request) throws IOException {
    if (!box.isOpen()) {
      throw ProblemException.notFound("No feedback", "problem.feedback.off");
    }
    if (request == null || request.helpful() == null || request.document() == null) {
      throw ProblemException.invalid("Invalid feedback", "problem.feedback");
    }
    Question question =
        QuestionLimits.question(request.question(), currentReader.get(), Restriction.none());
    box.keep(
        place(request)
            .map(
                place ->
                    new Feedback(
                        question.text(),
                        request.helpful(),
                        place.document(),
                        place.chunk().fingerprint(),
                        place.within(),
                        clock.instant()))
            .orElseThrow(() -> ProblemException.notFound("Unknown passage", "problem.passage")));
  }

  private record Place(DocId document, Chunk chunk, Range within) {}

  private Optional<Place> place(FeedbackRequest request) {
    if (request.start() < 0 || request.end() <= request.start()) {
      return Optional.empty();
    }
    return documents
        .find(request.document())
        .filter(document -> document.head().revision().equals(request.revision()))
        .flatMap(document -> place(document, request));
  }

  private static Optional<Place> place(StoredDocument document, FeedbackRequest request) {
    return document.chunks().stream()
        .filter(chunk -> chunk.start() <= request.start() && request.end() <= chunk.end())
        .findFirst()
        .map(
            chunk ->
                new Place(
                    document.head().id(),
                    chunk,
                    new Range(request.start() - chunk.start(), request.end() - chunk.start())));
  }
}
