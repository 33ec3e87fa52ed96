package dev.gill.surface.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type what kind of error it is, for programs
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail one sentence that says what to do
 * @param errorId under which the log says more; only for internal errors
 */
@Schema(name = "Problem", description = "An error, as RFC 9457 describes it")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    @Schema(examples = "urn:gill:problem:invalid-question") String type,
    @Schema(examples = "Invalid question") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "The question must not be empty.") String detail,
    @Schema(description = "Under which the log says more; only for internal errors")
        String errorId) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String title, String detail) {
    return new Problem(urn(title), title, status, detail, null);
  }

  Response response() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
  }

  private static String urn(String title) {
    return "urn:gill:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
