package dev.gill.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Reads a reply as events, also of a server that was asked for them and sends it whole. */
final class Events {
  private static final String MEDIA_TYPE = "text/event-stream";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Events() {}

  static void read(
      HttpResponse<?> response,
      InputStream body,
      ServerSentEventParser parser,
      ServerSentEventListener listener)
      throws IOException {
    if (response.headers().firstValue("Content-Type").orElse("").startsWith(MEDIA_TYPE)) {
      listener.onOpen(BoundedHttp.answer(response, ""));
      parser.parse(new Bounded(body), listener);
    } else {
      SuccessfulHttpResponse whole = BoundedHttp.read(response, body);
      String event = "data: " + event(whole.body()) + "\n\n";
      listener.onOpen(whole);
      parser.parse(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), listener);
    }
    listener.onClose();
  }

  /** A whole reply as the one event that says all of it, on one line. */
  private static String event(String reply) throws IOException {
    if (!(JSON.readTree(reply) instanceof ObjectNode event) || !event.path("choices").isArray()) {
      throw new IllegalArgumentException("it is no reply");
    }
    for (JsonNode each : event.path("choices")) {
      if (each instanceof ObjectNode choice && choice.path("message").isObject()) {
        choice.set("delta", choice.remove("message"));
        if (!choice.hasNonNull("finish_reason")) {
          choice.put("finish_reason", "stop");
        }
      }
    }
    return JSON.writeValueAsString(event);
  }

  /** Reads no more than the events of an answer can be. */
  private static final class Bounded extends FilterInputStream {
    /** Bytes; each event says much besides its piece of the text. */
    private static final long LONGEST = 8_000_000;

    private long read;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = super.read(into, offset, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) {
      read += more;
      if (read > LONGEST) {
        throw new BoundedHttp.TooLongException();
      }
    }
  }
}
