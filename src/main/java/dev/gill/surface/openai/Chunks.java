package dev.gill.surface.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Composition.Effort;
import dev.gill.surface.AnswerText;
import java.time.Instant;
import java.util.List;

/**
 * Writes the events of a completion.
 *
 * @param id of the completion
 * @param withUsage whether they end with how many tokens were used
 */
record Chunks(String id, Instant created, boolean withUsage, ObjectMapper json) {
  /** Who speaks. */
  String begin() {
    ObjectNode chunk = chunk();
    delta(chunk, null).put("role", "assistant").put("content", "");
    return event(chunk);
  }

  /** A piece of the answer with the markers in it, whose places count in all of the text. */
  String piece(String piece, List<AnswerText.Mark> marks) {
    ObjectNode chunk = chunk();
    ObjectNode delta = delta(chunk, null).put("content", piece);
    if (!marks.isEmpty()) {
      delta.set("annotations", Completion.annotations(marks, json));
    }
    return event(chunk);
  }

  /** That there are no more. */
  String end(Effort effort) {
    ObjectNode chunk = chunk();
    delta(chunk, "stop");
    String end = event(chunk);
    if (withUsage) {
      ObjectNode last = chunk();
      last.putArray("choices");
      last.set("usage", Completion.usage(effort, json));
      end += event(last);
    }
    return end + "data: [DONE]\n\n";
  }

  private ObjectNode chunk() {
    return Completion.head(id, created, "chat.completion.chunk", json);
  }

  private ObjectNode delta(ObjectNode chunk, String reason) {
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    choice.put("finish_reason", reason);
    if (withUsage) {
      chunk.putNull("usage");
    }
    return delta;
  }

  private String event(ObjectNode chunk) {
    try {
      return "data: " + json.writeValueAsString(chunk) + "\n\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chunk can always be written", e);
    }
  }
}
