package dev.gill.surface.rest;

import dev.gill.model.VerifiedAnswer;
import dev.gill.surface.Verifying;
import dev.gill.surface.Verifying.Draft;
import dev.gill.surface.Verifying.DraftException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers that somebody vouches for. */
@Path("/api/verified")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verified answers")
class VerifiedResource {
  private final Verifying verifying;

  @Inject
  VerifiedResource(Verifying verifying) {
    this.verifying = verifying;
  }

  @GET
  @Operation(
      operationId = "verifiedAnswers",
      summary = "List verified answers",
      description = "Those that you may read, also those whose time is over.")
  public VerifiedReply all() {
    return new VerifiedReply(
        verifying.mayVerify(),
        verifying.isOn()
            ? verifying.readable().stream()
                .map(answer -> VerifiedView.of(answer, verifying))
                .toList()
            : List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verify",
      summary = "Write a verified answer",
      description =
          "It becomes a document of its own, quoted and credited as any other, for 90 days or as"
              + " configured. For verifiers and those who look after Gill.")
  @APIResponse(
      responseCode = "201",
      description = "Written; it is found a moment later",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VerifiedView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Something is missing or too long",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "You may not verify answers",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "No verified answers are kept here",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response write(VerifiedRequest request) {
    demandRight();
    if (request == null) {
      throw ProblemException.invalid("Invalid answer", "problem.verified.answer");
    }
    try {
      VerifiedAnswer answer =
          verifying.write(
              new Draft(
                  request.question(),
                  request.answer(),
                  request.author(),
                  request.audience(),
                  request.drawnFrom()));
      return Response.status(Response.Status.CREATED)
          .entity(VerifiedView.of(answer, verifying))
          .build();
    } catch (DraftException e) {
      throw ProblemException.invalid("Invalid answer", e.key());
    }
  }

  @POST
  @Path("{id}/renewals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "renew",
      summary = "Say that a verified answer still holds",
      description = "Its time begins anew.")
  @APIResponse(
      responseCode = "200",
      description = "It holds from now on",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VerifiedView.class)))
  public VerifiedView renew(@PathParam("id") String id, RenewalRequest request) {
    demandRight();
    try {
      return verifying
          .renew(id, request == null ? null : request.author())
          .map(answer -> VerifiedView.of(answer, verifying))
          .orElseThrow(() -> unknown());
    } catch (DraftException e) {
      throw ProblemException.invalid("Invalid answer", e.key());
    }
  }

  /** Who vouches. */
  @Schema(name = "RenewalRequest")
  record RenewalRequest(
      @Schema(
              description = "Who vouches; where it is known who you are, that counts",
              nullable = true)
          String author) {}

  @DELETE
  @Path("{id}")
  @Operation(operationId = "withdraw", summary = "Withdraw a verified answer for good")
  @APIResponse(responseCode = "204", description = "It is gone a moment later")
  public void withdraw(@PathParam("id") String id) {
    demandRight();
    if (!verifying.withdraw(id)) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("Unknown answer", "problem.verified.unknown");
  }

  private void demandRight() {
    if (!verifying.isOn()) {
      throw ProblemException.notFound("No verified answers", "problem.verified.off");
    }
    if (!verifying.mayVerify()) {
      throw ProblemException.forbidden("Not allowed", "problem.verified.rights");
    }
  }
}
