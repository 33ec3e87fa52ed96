package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gill.surface.OwnProof;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Describes the endpoint of agents as OAuth 2.0 has it. */
@Path(ProtectedResource.PATH)
@OwnProof
class ProtectedResourceResource {
  private final ProtectedResource resource;

  @Inject
  ProtectedResourceResource(ProtectedResource resource) {
    this.resource = resource;
  }

  /** The description (RFC 9728, section 2). */
  record Metadata(
      URI resource,
      @JsonProperty("authorization_servers") List<URI> authorizationServers,
      @JsonProperty("bearer_methods_supported") List<String> bearerMethods,
      @JsonProperty("resource_name") String name) {}

  @GET
  @Path("{path:(/mcp)?}")
  @Operation(hidden = true)
  public Response metadata(@Context UriInfo called) {
    if (resource.authorizationServers().isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    return Response.ok(
            new Metadata(
                called.getBaseUri().resolve("/mcp"),
                resource.authorizationServers(),
                List.of("header"),
                "Gill"))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
