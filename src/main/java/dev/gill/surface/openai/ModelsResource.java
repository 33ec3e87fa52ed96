package dev.gill.surface.openai;

import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists what can be asked. */
@Path(ModelsResource.PATH)
@Needs(Right.ASK)
class ModelsResource {
  static final String PATH = "/v1/models";

  private final Failures failures;

  @Inject
  ModelsResource(Failures failures) {
    this.failures = failures;
  }

  @GET
  @Operation(hidden = true)
  public Response models() {
    return json(Models.all());
  }

  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  public Response model(
      @PathParam("name") String name, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return failures.mended(
        accepted,
        () -> {
          if (!name.equals(Models.NAME)) {
            throw RefusedException.unknownModel(name);
          }
          return json(Models.gill());
        });
  }

  private static Response json(Object entity) {
    return Response.ok(entity).type(MediaType.APPLICATION_JSON_TYPE).build();
  }
}
