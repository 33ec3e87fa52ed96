package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The methods of the protocol, each of which has a result. */
@Singleton
class Protocol {
  /** The versions that are spoken, the newest first. */
  static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  static final String INITIALIZE = "initialize";

  private final Tools tools;
  private final Resources resources;
  private final String version;

  @Inject
  Protocol(
      Tools tools,
      Resources resources,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.tools = tools;
    this.resources = resources;
    this.version = version;
  }

  /**
   * Does what a request asks for.
   *
   * @param session of the client; empty if it keeps none
   */
  ObjectNode result(Message request, Optional<Session> session, Caller caller)
      throws ProtocolException, InterruptedException {
    return switch (request.method()) {
      case INITIALIZE -> initialize(request, caller.texts());
      case "ping" -> nothing();
      case "tools/list" -> tools.list(caller);
      case "tools/call" -> tools.call(request.params(), caller);
      case "resources/list" -> resources.list(request.params(), reading(caller));
      case "resources/templates/list" -> resources.templates(caller.texts());
      case "resources/read" -> resources.read(request.params(), reading(caller));
      case "resources/subscribe" -> {
        session(session).follow(resources.toFollow(request.params(), reading(caller)));
        yield nothing();
      }
      case "resources/unsubscribe" -> {
        Session ours = session(session);
        DocumentUri.parse(request.params().path("uri").asText())
            .ifPresent(uri -> ours.followed().remove(uri.doc()));
        yield nothing();
      }
      default ->
          throw new ProtocolException(
              ProtocolException.METHOD, "mcp.method", Arguments.echo(request.method()));
    };
  }

  private static Caller reading(Caller caller) throws ProtocolException {
    caller.require(Right.READ);
    return caller;
  }

  private static Session session(Optional<Session> session) throws ProtocolException {
    return session.orElseThrow(
        () -> new ProtocolException(ProtocolException.REQUEST, "mcp.session"));
  }

  private ObjectNode initialize(Message request, Texts t) {
    String asked = request.params().path("protocolVersion").asText();
    ObjectNode result = nothing();
    result.put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.getFirst());
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.putObject("tools");
    capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
    result.putObject("serverInfo").put("name", "gill").put("title", "Gill").put("version", version);
    return result.put("instructions", t.of("mcp.instructions"));
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
