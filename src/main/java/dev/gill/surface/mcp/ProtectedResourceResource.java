package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gill.surface.OwnProof;
import dev.gill.surface.ProtectedResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says who gives out tokens for the interface and for agents (RFC 9728). */
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
  @Operation(hidden = true)
  public Response ofAll() {
    return metadata("/");
  }

  @GET
  @Path(ProtectedResource.AGENTS)
  @Operation(hidden = true)
  public Response ofAgents() {
    return metadata(ProtectedResource.AGENTS);
  }

  private Response metadata(String path) {
    Optional<URI> described = resource.resource(path);
    if (described.isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    return Response.ok(
            new Metadata(
                described.get(), resource.authorizationServers(), List.of("header"), "Gill"))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
