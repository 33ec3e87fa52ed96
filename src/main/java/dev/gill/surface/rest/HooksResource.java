package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where systems say that something changed. */
@Path("/api/hooks/{source}")
@Tag(name = "Sources")
class HooksResource {
  private static final String PREFIX = "sha256=";

  private final Hooks hooks;

  @Inject
  HooksResource(Hooks hooks) {
    this.hooks = hooks;
  }

  @POST
  @Operation(
      operationId = "hook",
      summary = "Say that something changed",
      description =
          "Has the source looked at, once a second at most. For a webhook of GitHub, Gitea or"
              + " Confluence Data Center, signed with the secret gill.hooks.NAME.secret, or of GitLab"
              + " with it as its token.")
  @APIResponse(responseCode = "202", description = "It will be looked at")
  @APIResponse(responseCode = "404", description = "No such hook, or not with this secret")
  public Response signed(
      @PathParam("source") String source, @Context HttpHeaders headers, byte[] body) {
    return answer(source, proof(headers, body == null ? new byte[0] : body));
  }

  @POST
  @Path("/{secret}")
  @Operation(
      operationId = "hookBySecret",
      summary = "Say that something changed",
      description =
          "The same for systems that sign nothing: the secret is the last part of the path.")
  @APIResponse(responseCode = "202", description = "It will be looked at")
  @APIResponse(responseCode = "404", description = "No such hook, or not with this secret")
  public Response bySecret(
      @PathParam("source") String source, @PathParam("secret") String secret, byte[] body) {
    return answer(source, Optional.of(new Hooks.Proof.Secret(secret)));
  }

  private Response answer(String name, Optional<Hooks.Proof> proof) {
    if (source(name).filter(source -> hooks.look(source, proof)).isEmpty()) {
      throw ProblemException.notFound("Unknown path", "problem.path");
    }
    return Response.accepted().build();
  }

  private static Optional<Hooks.Proof> proof(HttpHeaders headers, byte[] body) {
    String token = headers.getHeaderString("X-Gitlab-Token");
    if (token != null) {
      return Optional.of(new Hooks.Proof.Secret(token));
    }
    return hub(headers, "X-Hub-Signature-256")
        .or(() -> hub(headers, "X-Hub-Signature"))
        .or(() -> Optional.ofNullable(headers.getHeaderString("X-Gitea-Signature")))
        .map(hex -> new Hooks.Proof.Signature(hex, body));
  }

  /** Confluence writes the older name; what GitHub writes there is SHA-1, which proves little. */
  private static Optional<String> hub(HttpHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeaderString(name))
        .filter(written -> written.startsWith(PREFIX))
        .map(written -> written.substring(PREFIX.length()));
  }

  private static Optional<SourceId> source(String name) {
    try {
      return Optional.of(new SourceId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
