package dev.gill.surface.openai;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An error as clients of OpenAI expect it. */
record ErrorReply(@JsonIgnore int status, Detail error) {
  /** What went wrong; whatever is null is written as null. */
  record Detail(String message, String type, String param, String code) {}

  static ErrorReply of(int status, String code, String param, String message) {
    String type = status >= 500 ? "server_error" : "invalid_request_error";
    return new ErrorReply(status, new Detail(message, type, param, code));
  }

  Response response() {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this).build();
  }
}
