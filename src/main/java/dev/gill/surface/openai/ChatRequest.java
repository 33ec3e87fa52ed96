package dev.gill.surface.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.Asking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a client asks for. Whatever else it may say, such as a temperature or tools, has no bearing
 * on quotes and is passed over.
 *
 * @param question the last message of the user
 * @param before what the user said before, oldest first, as far as it can be a question
 * @param stream whether the answer is to come as events
 * @param usage whether the events are to end with how many tokens were used
 */
record ChatRequest(String question, List<String> before, boolean stream, boolean usage) {
  /** Questions before the last one that may matter for it. */
  private static final int BEFORE = 20;

  ChatRequest {
    before = List.copyOf(before);
  }

  /** Reads a body. */
  static ChatRequest read(byte[] body, ObjectMapper json) throws RefusedException {
    JsonNode request = object(body, json);
    checkModel(request.path("model"));
    JsonNode n = request.path("n");
    if (!isAbsent(n) && !(n.isIntegralNumber() && n.asLong() == 1)) {
      throw RefusedException.invalid("n", "openai.n");
    }
    List<String> said = said(request.path("messages"));
    boolean stream = flag(request.path("stream"), "stream");
    JsonNode options = request.path("stream_options");
    if (!isAbsent(options) && !options.isObject()) {
      throw RefusedException.invalid("stream_options", "openai.object", "stream_options");
    }
    boolean usage = flag(options.path("include_usage"), "stream_options.include_usage");
    return new ChatRequest(said.getLast(), said.subList(0, said.size() - 1), stream, usage);
  }

  private static JsonNode object(byte[] body, ObjectMapper json) throws RefusedException {
    try {
      JsonNode read =
          json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(body);
      if (read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      throw RefusedException.invalid(null, "openai.body");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    throw RefusedException.invalid(null, "openai.body");
  }

  private static void checkModel(JsonNode model) throws RefusedException {
    if (!model.isTextual()) {
      throw RefusedException.invalid("model", "openai.model.missing", Models.NAME);
    }
    if (!model.asText().equals(Models.NAME)) {
      throw RefusedException.unknownModel(model.asText());
    }
  }

  /** What the user said, oldest first; the last of it is a question. */
  private static List<String> said(JsonNode messages) throws RefusedException {
    if (!messages.isArray()) {
      throw RefusedException.invalid("messages", "openai.messages");
    }
    List<String> said = new ArrayList<>();
    for (JsonNode message : messages) {
      if (!message.isObject() || !message.path("role").isTextual()) {
        throw RefusedException.invalid("messages", "openai.messages");
      }
      if (message.path("role").asText().equals("user")) {
        said.add(text(message.path("content")));
      }
    }
    String last = said.isEmpty() ? "" : said.removeLast();
    if (last.isBlank()) {
      throw RefusedException.invalid("messages", "openai.question");
    }
    int characters = last.codePointCount(0, last.length());
    if (characters > Asking.LONGEST_QUESTION) {
      throw RefusedException.invalid(
          "messages", "problem.question.long", characters, Asking.LONGEST_QUESTION);
    }
    said.removeIf(each -> each.isBlank() || each.length() > Asking.LONGEST_QUESTION);
    List<String> lately = said.subList(Math.max(0, said.size() - BEFORE), said.size());
    return Stream.concat(lately.stream(), Stream.of(last)).toList();
  }

  /** A text, or the texts of several parts; pictures and sounds say nothing to Gill. */
  private static String text(JsonNode content) {
    return content.isArray()
        ? StreamSupport.stream(content.spliterator(), false)
            .map(part -> part.path("text"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"))
        : content.isTextual() ? content.asText() : "";
  }

  private static boolean flag(JsonNode value, String name) throws RefusedException {
    if (!isAbsent(value) && !value.isBoolean()) {
      throw RefusedException.invalid(name, "openai.flag", name);
    }
    return value.asBoolean(false);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
