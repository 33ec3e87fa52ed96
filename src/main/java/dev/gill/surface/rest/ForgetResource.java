package dev.gill.surface.rest;

import dev.gill.model.Identity;
import dev.gill.surface.Forgetter;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgets people. */
@Path("/api/forget")
@Tag(name = "People")
@Needs(Right.ADMIN)
class ForgetResource {
  private static final int LONGEST = 320;

  private final Forgetter forgetter;

  @Inject
  ForgetResource(Forgetter forgetter) {
    this.forgetter = forgetter;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "forget",
      summary = "Forget a person",
      description =
          "Has nothing read of what somebody wrote in chats and mail, from now on and of what was"
              + " read. For admins. From the index's files it goes with ./gill forget.")
  @APIResponse(responseCode = "202", description = "It is noted, and all sources are read anew")
  @APIResponse(
      responseCode = "400",
      description = "person is neither an e-mail address nor an account",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "You are no admin",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response forget(ForgetRequest request) throws IOException {
    forgetter.forget(Set.of(person(request)));
    return Response.accepted().build();
  }

  private static Identity person(ForgetRequest request) {
    if (request != null && request.person() != null && request.person().length() <= LONGEST) {
      try {
        return Identity.parse(request.person().strip());
      } catch (IllegalArgumentException e) {
        throw ProblemException.invalid("Invalid person", "problem.person");
      }
    }
    throw ProblemException.invalid("Invalid person", "problem.person");
  }
}
