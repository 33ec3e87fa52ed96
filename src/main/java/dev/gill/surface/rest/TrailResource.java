package dev.gill.surface.rest;

import dev.gill.ledger.Said;
import dev.gill.ledger.Trail;
import dev.gill.surface.TrailView;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what is kept of questions, and forgets it. */
@Path("/api/trail")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trail")
class TrailResource {
  private static final int USUAL = 100;

  private final TrailView view;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  TrailResource(TrailView view, Trail trail, InstantSource clock) {
    this.view = view;
    this.trail = trail;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "trail",
      summary = "Read the trail",
      description =
          "Who asked what, when and where, what was shown and what was said of it; newest first. Of"
              + " documents only where they are, and only of those that you may read. For those who"
              + " look after Gill.")
  @APIResponse(
      responseCode = "200",
      description = "A page of it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TrailReply.class)))
  @APIResponse(
      responseCode = "400",
      description = "limit or before is no number",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "You do not look after this Gill",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "The trail's database cannot be read now",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public TrailReply all(@QueryParam("before") String before, @QueryParam("limit") String limit) {
    if (!view.maySeeAll()) {
      throw ProblemException.forbidden("Not allowed", "problem.trail.rights");
    }
    OptionalLong from = before == null ? OptionalLong.empty() : OptionalLong.of(number(before));
    long most = limit == null ? USUAL : number(limit);
    if (most < 1 || most > TrailView.MOST) {
      throw ProblemException.invalid("Invalid limit", "problem.trail.limit", TrailView.MOST);
    }
    return TrailReply.of(view.days(), view.condition(), view.all(from, (int) most));
  }

  private static long number(String written) {
    if (!written.strip().matches("[0-9]{1,18}")) {
      throw ProblemException.invalid("Invalid limit", "problem.trail.limit", TrailView.MOST);
    }
    return Long.parseLong(written.strip());
  }

  @GET
  @Path("mine")
  @Operation(
      operationId = "ownTrail",
      summary = "See what Gill keeps of you",
      description = "Your questions, newest first, and what was shown for them.")
  @APIResponse(
      responseCode = "200",
      description = "All of it, up to 500 questions",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OwnTrailReply.class)))
  public OwnTrailReply mine() {
    return new OwnTrailReply(view.days(), view.isRecognised(), view.mine());
  }

  @DELETE
  @Path("mine")
  @Operation(
      operationId = "forgetOwnTrail",
      summary = "Have Gill forget what you asked",
      description = "Deletes all your questions from the trail.")
  @APIResponse(responseCode = "204", description = "Nothing of yours is left in it")
  public void forgetMine() {
    view.forgetMine();
  }

  @POST
  @Path("{entry}/opinions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "opinion",
      summary = "Say whether an answer helps",
      description =
          "Kept with the question, not who said it; an answer that does not help is a gap. The entry"
              + " is what the answer came with.")
  @APIResponse(responseCode = "204", description = "Taken")
  @APIResponse(
      responseCode = "400",
      description = "helpful is missing, or the reason is too long",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "No trail is kept here",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void opinion(@PathParam("entry") String entry, OpinionRequest request) {
    if (view.days() == 0) {
      throw ProblemException.notFound("No trail", "problem.trail.off");
    }
    String reason = request == null || request.reason() == null ? "" : request.reason().strip();
    if (request == null || request.helpful() == null || reason.length() > Said.LONGEST) {
      throw ProblemException.invalid("Invalid opinion", "problem.trail.opinion", Said.LONGEST);
    }
    trail.say(entry, new Said(request.helpful(), reason, clock.instant()));
  }
}
