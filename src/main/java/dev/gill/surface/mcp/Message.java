package dev.gill.surface.mcp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A message of JSON-RPC 2.0.
 *
 * @param id a text or a whole number; null of a notification
 * @param method null of a response to something that the server asked
 * @param params never null
 */
record Message(JsonNode id, String method, JsonNode params) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Reads one message; several in a list were part of older versions of the protocol alone. */
  static Message read(byte[] body, ObjectMapper json) throws ProtocolException {
    JsonNode read = parsed(body, json);
    if (!read.isObject() || !read.path("jsonrpc").asText().equals("2.0")) {
      throw new ProtocolException(ProtocolException.REQUEST, "mcp.request");
    }
    JsonNode id = read.get("id");
    if (id != null && !id.isTextual() && !id.isIntegralNumber()) {
      throw new ProtocolException(ProtocolException.REQUEST, "mcp.id");
    }
    boolean answers = read.has("result") || read.has("error");
    if (!read.has("method") && answers && id != null) {
      return new Message(id, null, JSON.objectNode());
    }
    if (!read.path("method").isTextual()) {
      throw new ProtocolException(ProtocolException.REQUEST, "mcp.request");
    }
    JsonNode params = read.path("params");
    if (!params.isMissingNode() && !params.isObject()) {
      throw new ProtocolException(ProtocolException.REQUEST, "mcp.params");
    }
    return new Message(
        id, read.path("method").asText(), params.isObject() ? params : JSON.objectNode());
  }

  private static JsonNode parsed(byte[] body, ObjectMapper json) throws ProtocolException {
    try {
      JsonNode read =
          json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(body);
      if (read.isMissingNode()) {
        throw new ProtocolException(ProtocolException.PARSE, "mcp.parse");
      }
      return read;
    } catch (JacksonException e) {
      throw new ProtocolException(ProtocolException.PARSE, "mcp.parse");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  /** Whether an answer is expected. */
  boolean isRequest() {
    return method != null && id != null;
  }

  /** The answer to this request. */
  ObjectNode answer(JsonNode result) {
    return of(id).set("result", result);
  }

  /** An error in the place of an answer; the id is null where none could be read. */
  static ObjectNode error(JsonNode id, int code, String sentence) {
    ObjectNode answer = of(id);
    answer.putObject("error").put("code", code).put("message", sentence);
    return answer;
  }

  /** Something that the server says by itself. */
  static ObjectNode notification(String method) {
    ObjectNode notification = JSON.objectNode();
    notification.put("jsonrpc", "2.0").put("method", method);
    return notification;
  }

  private static ObjectNode of(JsonNode id) {
    ObjectNode answer = JSON.objectNode();
    answer.put("jsonrpc", "2.0");
    return answer.set("id", id == null ? JSON.nullNode() : id);
  }
}
