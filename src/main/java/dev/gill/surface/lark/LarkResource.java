package dev.gill.surface.lark;

import dev.gill.surface.OwnProof;
import dev.gill.surface.signing.LarkRequests;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where Lark sends events and pressed buttons. */
@Path("/api/surfaces/lark")
@OwnProof
class LarkResource {
  private final LarkSurface lark;

  @Inject
  LarkResource(LarkSurface lark) {
    this.lark = lark;
  }

  /** Answered on the thread that reads the request, since nothing in it waits. */
  @POST
  @NonBlocking
  @Operation(hidden = true)
  public Response receive(
      @HeaderParam("X-Lark-Request-Timestamp") String timestamp,
      @HeaderParam("X-Lark-Request-Nonce") String nonce,
      @HeaderParam("X-Lark-Signature") String signature,
      byte[] body) {
    LarkRequests.Signed signed =
        new LarkRequests.Signed(
            Optional.ofNullable(timestamp),
            Optional.ofNullable(nonce),
            Optional.ofNullable(signature));
    LarkSurface.Reply reply = lark.take(signed, body == null ? new byte[0] : body);
    if (reply.status() != 200) {
      return Response.status(reply.status()).build();
    }
    Map<String, String> answer =
        reply.challenge().map(word -> Map.of("challenge", word)).orElse(Map.of());
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
