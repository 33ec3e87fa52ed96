package dev.gill.surface.dingtalk;

import dev.gill.surface.OwnProof;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where DingTalk sends what was written to the robot. */
@Path("/api/surfaces/dingtalk")
@OwnProof
class DingTalkResource {
  private final DingTalkSurface dingTalk;

  @Inject
  DingTalkResource(DingTalkSurface dingTalk) {
    this.dingTalk = dingTalk;
  }

  /** Answered on the thread that reads the request, since nothing in it waits. */
  @POST
  @NonBlocking
  @Operation(hidden = true)
  public Response receive(
      @HeaderParam("timestamp") String millis, @HeaderParam("sign") String sign, byte[] body) {
    return Response.status(dingTalk.take(millis, sign, body == null ? new byte[0] : body)).build();
  }
}
