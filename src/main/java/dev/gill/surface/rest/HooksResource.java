package dev.gill.surface.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.SourceId;
import dev.gill.surface.OwnProof;
import dev.gill.surface.signing.LarkRequests;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where systems say that something changed. */
@Path("/api/hooks/{source}")
@Tag(name = "Sources")
@OwnProof
class HooksResource {
  private static final String HUB = "sha256=";
  private static final String SLACK = "v0=";
  private static final ObjectMapper JSON = new ObjectMapper();

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
          "Has the source looked at, once a second at most. For a webhook of GitHub, Gitea or"
              + " Confluence Data Center,"
              + " signed with the secret gill.hooks.NAME.secret, of GitLab with it as its signing"
              + " token or its secret token, for"
              + " the events of a Slack app with it as its signing secret, or for those of Lark with"
              + " it as their Encrypt Key.")
  @APIResponse(responseCode = "202", description = "It will be looked at")
  @APIResponse(
      responseCode = "200",
      description = "The same, of Lark; or the word of its challenge, or of Slack's")
  @APIResponse(responseCode = "404", description = "No such hook, or not with this secret")
  public Response signed(
      @PathParam("source") String source, @Context HttpHeaders headers, byte[] body) {
    byte[] sent = body == null ? new byte[0] : body;
    Optional<Hooks.Proof> proof = proof(headers);
    return proof.isPresent() ? answer(source, proof, sent) : event(source, headers, sent);
  }

  private Response event(String name, HttpHeaders headers, byte[] body) {
    LarkRequests.Signed signed =
        new LarkRequests.Signed(
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
    return answer(source, Optional.of(new Hooks.Proof.Secret(secret)), body);
  }

  private Response answer(String name, Optional<Hooks.Proof> proof, byte[] sent) {
    byte[] body = sent == null ? new byte[0] : sent;
    SourceId source =
        source(name)
            .filter(known -> hooks.proved(known, proof, body))
            .orElseThrow(() -> ProblemException.notFound("Unknown path", "problem.path"));
    Optional<String> challenge =
        proof.filter(Hooks.Proof.Stamped.class::isInstance).flatMap(_ -> challenge(body));
    if (challenge.isPresent()) {
      return Response.ok(challenge.get(), MediaType.TEXT_PLAIN_TYPE).build();
    }
    hooks.look(source, body);
    return Response.accepted().build();
  }

  /** What Slack sends to see whether it is understood here; it goes back as it came. */
  private static Optional<String> challenge(byte[] body) {
    try {
      JsonNode sent = JSON.readTree(body);
      return sent.path("type").asText().equals("url_verification")
          ? Optional.of(sent.path("challenge").asText())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Hooks.Proof> proof(HttpHeaders headers) {
    String signatures = headers.getHeaderString("webhook-signature");
    if (signatures != null) {
      return Optional.of(
          new Hooks.Proof.Identified(
              headers.getHeaderString("webhook-id"),
              headers.getHeaderString("webhook-timestamp"),
              signatures));
    }
    String token = headers.getHeaderString("X-Gitlab-Token");
    if (token != null) {
      return Optional.of(new Hooks.Proof.Secret(token));
    }
    String stamp = headers.getHeaderString("X-Slack-Request-Timestamp");
    if (stamp != null) {
      return after(SLACK, headers.getHeaderString("X-Slack-Signature"))
          .map(hex -> new Hooks.Proof.Stamped(stamp, hex));
    }
    return after(HUB, headers.getHeaderString("X-Hub-Signature-256"))
        .or(
            () ->
                after(HUB, headers.getHeaderString("X-Hub-Signature"))) // Confluence's name for it
        .or(() -> Optional.ofNullable(headers.getHeaderString("X-Gitea-Signature")))
        .map(Hooks.Proof.Signature::new);
  }

  private static Optional<String> after(String prefix, String header) {
    return header != null && header.startsWith(prefix)
        ? Optional.of(header.substring(prefix.length()))
        : Optional.empty();
  }

  private static Optional<SourceId> source(String name) {
    try {
      return Optional.of(new SourceId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
