package dev.gill.surface.rest;

import dev.gill.surface.AskedInVain;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists what was asked in vain. */
@Path("/api/gaps")
@Tag(name = "Trail")
class GapsResource {
  private final AskedInVain asked;

  @Inject
  GapsResource(AskedInVain asked) {
    this.asked = asked;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "gaps",
      summary = "List what was asked in vain",
      description =
          "Questions without an answer, or with one that does not help, grouped by what they mean,"
              + " as far as there is no answer for you by now; with the documents that come nearest,"
              + " of those that you may read.")
  @APIResponse(
      responseCode = "200",
      description = "Up to 20 of them",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GapsReply.class)))
  @APIResponse(
      responseCode = "503",
      description = "The trail's database cannot be read now",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public GapsReply gaps() throws InterruptedException {
    return new GapsReply(
        asked.isOn(),
        asked.sight().name().toLowerCase(Locale.ROOT),
        asked.open().stream().map(GapsReply.GapView::of).toList());
  }
}
