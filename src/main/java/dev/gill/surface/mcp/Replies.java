package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Writes a message as the client takes it: as JSON or, where it takes only those, as an event. */
final class Replies {
  private Replies() {}

  static Response.ResponseBuilder of(int status, ObjectNode message, HttpHeaders headers) {
    boolean asJson = isTaken(MediaType.APPLICATION_JSON_TYPE, headers);
    if (asJson || !isTaken(MediaType.SERVER_SENT_EVENTS_TYPE, headers)) {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(message.toString());
    }
    return Response.status(status)
        .type(MediaType.SERVER_SENT_EVENTS_TYPE.withCharset("UTF-8"))
        .entity("event: message\ndata: " + message + "\n\n");
  }

  private static boolean isTaken(MediaType type, HttpHeaders headers) {
    List<MediaType> taken = headers.getAcceptableMediaTypes();
    return taken.isEmpty() || taken.stream().anyMatch(type::isCompatible);
  }
}
