package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.index.IndexUnavailableException;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** What is answered where something goes wrong that the client has no part in. */
@Singleton
class Troubles {
  private static final Logger LOG = System.getLogger(Troubles.class.getName());

  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  @Inject
  Troubles(InstantSource clock) {
    this.clock = clock;
  }

  /** A session that is over, or somebody else's: the client has to initialize again. */
  Response unknownSession(JsonNode id, Caller caller) {
    String sentence = caller.texts().of("mcp.session.unknown");
    return Response.status(Response.Status.NOT_FOUND)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Message.error(id, ProtocolException.REQUEST, sentence).toString())
        .build();
  }

  Response of(Exception e, JsonNode id, Caller caller, HttpHeaders headers) {
    String sentence = sentence(e, caller.texts());
    return Replies.of(200, Message.error(id, ProtocolException.INTERNAL, sentence), headers)
        .build();
  }

  private String sentence(Exception e, Texts t) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return t.of("problem.stopping");
    }
    if (e instanceof IndexUnavailableException) {
      LOG.log(Level.WARNING, e.getMessage());
      return t.of("problem.index");
    }
    String number = "mcp-" + Long.toString(clock.millis(), 36) + "-" + count.incrementAndGet();
    LOG.log(Level.ERROR, () -> "error %s: a request could not be answered".formatted(number), e);
    return t.with("problem.internal", number);
  }
}
