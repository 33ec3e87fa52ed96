package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
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
  private final LarkHooks lark;

  @Inject
  HooksResource(Hooks hooks, LarkHooks lark) {
    this.hooks = hooks;
    this.lark = lark;
  }

  @POST
  @Operation(
      operationId = "hook",
      summary = "Say that something changed",
      description =
          "Has the source looked at, once a second at most. For a webhook of GitHub or Gitea,"
              + " signed with the secret gill.hooks.NAME.secret, of GitLab with it as its token, or"
              + " for the events of Lark with it as their Encrypt Key.")
  @APIResponse(responseCode = "202", description = "It will be looked at")
  @APIResponse(
      responseCode = "200",
      description = "The same, of Lark; or the word of its challenge")
  @APIResponse(responseCode = "404", description = "No such hook, or not with this secret")
  public Response signed(
      @PathParam("source") String source, @Context HttpHeaders headers, byte[] body) {
    byte[] sent = body == null ? new byte[0] : body;
    Optional<Hooks.Proof> proof = proof(headers, sent);
    return proof.isPresent() ? answer(source, proof) : event(source, headers, sent);
  }

  private Response event(String name, HttpHeaders headers, byte[] body) {
    LarkHooks.Signed signed =
        new LarkHooks.Signed(
            Optional.ofNullable(headers.getHeaderString("X-Lark-Request-Timestamp")),
            Optional.ofNullable(headers.getHeaderString("X-Lark-Request-Nonce")),
            Optional.ofNullable(headers.getHeaderString("X-Lark-Signature")));
    LarkHooks.Outcome outcome =
        source(name)
            .map(source -> lark.take(source, signed, body))
            .orElse(new LarkHooks.Outcome.Refused());
    return switch (outcome) {
      case LarkHooks.Outcome.Refused() ->
          throw ProblemException.notFound("Unknown path", "problem.path");
      case LarkHooks.Outcome.Taken() -> json(Map.of());
      case LarkHooks.Outcome.Challenge(String word) -> json(Map.of("challenge", word));
    };
  }

  private static Response json(Map<String, String> answer) {
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
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
    String hub = headers.getHeaderString("X-Hub-Signature-256");
    String signature =
        hub != null && hub.startsWith(PREFIX)
            ? hub.substring(PREFIX.length())
            : headers.getHeaderString("X-Gitea-Signature");
    return Optional.ofNullable(signature).map(hex -> new Hooks.Proof.Signature(hex, body));
  }

  private static Optional<SourceId> source(String name) {
    try {
      return Optional.of(new SourceId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
