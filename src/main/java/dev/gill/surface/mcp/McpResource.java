package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Reader;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The Model Context Protocol over HTTP: requests are posted, notifications are listened to. */
@Path("/mcp")
@Needs(Right.ASK)
class McpResource {
  static final String SESSION = "Mcp-Session-Id";
  private static final String VERSION = "MCP-Protocol-Version";

  private final Protocol protocol;
  private final Sessions sessions;
  private final Troubles troubles;
  private final Callers callers;
  private final ObjectMapper json;

  @Inject
  McpResource(
      Protocol protocol, Sessions sessions, Troubles troubles, Callers callers, ObjectMapper json) {
    this.protocol = protocol;
    this.sessions = sessions;
    this.troubles = troubles;
    this.callers = callers;
    this.json = json;
  }

  @POST
  @Blocking
  @Operation(hidden = true)
  public Response post(byte[] body, @Context HttpHeaders headers, @Context UriInfo called) {
    Caller caller = callers.of(headers, called);
    JsonNode id = null;
    boolean isRead = false;
    try {
      checkVersion(headers);
      Message message = Message.read(body, json);
      id = message.id();
      isRead = true;
      String named = headers.getHeaderString(SESSION);
      boolean begins = Protocol.INITIALIZE.equals(message.method());
      Optional<Session> session =
          named == null || begins ? Optional.empty() : sessions.find(named, caller.reader());
      if (named != null && !begins && session.isEmpty()) {
        return troubles.unknownSession(id, caller);
      }
      if (!message.isRequest()) {
        return Response.accepted().build();
      }
      ObjectNode answer = message.answer(protocol.result(message, session, caller));
      Response.ResponseBuilder response = Replies.of(200, answer, headers);
      return begins
          ? response.header(SESSION, sessions.open(caller.reader()).id()).build()
          : response.build();
    } catch (ProtocolException e) {
      return Replies.of(
              isRead ? 200 : 400, Message.error(id, e.code(), e.sentence(caller.texts())), headers)
          .build();
    } catch (InterruptedException | RuntimeException e) {
      return troubles.of(e, id, caller, headers);
    }
  }

  private static void checkVersion(HttpHeaders headers) throws ProtocolException {
    String version = headers.getHeaderString(VERSION);
    if (version != null && !Protocol.VERSIONS.contains(version)) {
      throw new ProtocolException(
          ProtocolException.REQUEST, "mcp.version", Arguments.echo(version), VERSION);
    }
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> listen(
      @Context HttpHeaders headers, @Context UriInfo called, @Context Sse sse) {
    Caller caller = callers.of(headers, called);
    if (headers.getHeaderString(SESSION) == null) {
      throw new WebApplicationException(Response.Status.METHOD_NOT_ALLOWED);
    }
    Session session = session(headers, caller.reader());
    return sessions
        .listen(session, caller)
        .orElseThrow(() -> new WebApplicationException(Response.Status.SERVICE_UNAVAILABLE))
        .map(each -> event(each, sse));
  }

  private static OutboundSseEvent event(ObjectNode heard, Sse sse) {
    return heard.isEmpty()
        ? sse.newEventBuilder().comment("").build()
        : sse.newEventBuilder().name("message").data(heard.toString()).build();
  }

  @DELETE
  @Blocking
  @Operation(hidden = true)
  public Response end(@Context HttpHeaders headers, @Context UriInfo called) {
    sessions.end(session(headers, callers.of(headers, called).reader()));
    return Response.noContent().build();
  }

  private Session session(HttpHeaders headers, Reader reader) {
    String named = headers.getHeaderString(SESSION);
    if (named == null) {
      throw new WebApplicationException(Response.Status.BAD_REQUEST);
    }
    return sessions
        .find(named, reader)
        .orElseThrow(() -> new WebApplicationException(Response.Status.NOT_FOUND));
  }
}
