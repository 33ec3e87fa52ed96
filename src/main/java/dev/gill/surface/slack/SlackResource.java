package dev.gill.surface.slack;

import dev.gill.surface.OwnProof;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where Slack sends events, commands and pressed buttons. */
@Path("/api/surfaces/slack")
@OwnProof
class SlackResource {
  private final SlackSurface slack;

  @Inject
  SlackResource(SlackSurface slack) {
    this.slack = slack;
  }

  /** Answered on the thread that reads the request, since nothing in it waits. */
  @POST
  @NonBlocking
  @Operation(hidden = true)
  public Response receive(
      @HeaderParam("X-Slack-Request-Timestamp") String seconds,
      @HeaderParam("X-Slack-Signature") String signature,
      byte[] body) {
    SlackSurface.Reply reply = slack.take(seconds, signature, body == null ? new byte[0] : body);
    Response.ResponseBuilder response = Response.status(reply.status());
    return reply.body().isEmpty()
        ? response.build()
        : response.entity(reply.body()).type(MediaType.TEXT_PLAIN_TYPE).build();
  }
}
