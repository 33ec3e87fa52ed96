package dev.gill.surface.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Composition.Effort;
import dev.gill.surface.AnswerText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as the completion of a chat.
 *
 * @param id of this completion
 * @param effort what a chat model took for it; nothing where it was quoted
 */
record Completion(String id, Instant created, AnswerText answer, Effort effort, ObjectMapper json) {
  /** All at once. */
  ObjectNode whole() {
    ObjectNode completion = head("chat.completion");
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode message = choice.putObject("message");
    message.put("role", "assistant");
    message.put("content", answer.text());
    message.putNull("refusal");
    message.set("annotations", annotations(answer.marks()));
    choice.putNull("logprobs");
    choice.put("finish_reason", "stop");
    completion.set("usage", usage());
    return completion;
  }

  /** As events, a piece of the answer each; the last says that there are no more. */
  String events(boolean withUsage) {
    List<ObjectNode> chunks = new ArrayList<>();
    ObjectNode role = delta(chunk(chunks), null);
    role.put("role", "assistant");
    role.put("content", "");
    int from = 0;
    for (String piece : answer.pieces()) {
      ObjectNode delta = delta(chunk(chunks), null);
      delta.put("content", piece);
      int start = from;
      int end = from + piece.length();
      List<AnswerText.Mark> within =
          answer.marks().stream()
              .filter(mark -> mark.start() >= start && mark.start() < end)
              .toList();
      if (!within.isEmpty()) {
        delta.set("annotations", annotations(within));
      }
      from = end;
    }
    delta(chunk(chunks), "stop");
    if (withUsage) {
      chunks.forEach(chunk -> chunk.putNull("usage"));
      ObjectNode last = chunk(chunks);
      last.putArray("choices");
      last.set("usage", usage());
    }
    StringBuilder events = new StringBuilder();
    chunks.forEach(chunk -> events.append("data: ").append(written(chunk)).append("\n\n"));
    return events.append("data: [DONE]\n\n").toString();
  }

  private ObjectNode head(String object) {
    ObjectNode head = json.createObjectNode();
    head.put("id", id);
    head.put("object", object);
    head.put("created", created.getEpochSecond());
    head.put("model", Models.NAME);
    return head;
  }

  private ObjectNode chunk(List<ObjectNode> chunks) {
    chunks.add(head("chat.completion.chunk"));
    return chunks.getLast();
  }

  private static ObjectNode delta(ObjectNode chunk, String reason) {
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    choice.put("finish_reason", reason);
    return delta;
  }

  private ArrayNode annotations(List<AnswerText.Mark> marks) {
    ArrayNode annotations = json.createArrayNode();
    for (AnswerText.Mark mark : marks) {
      ObjectNode annotation = annotations.addObject();
      annotation.put("type", "url_citation");
      ObjectNode citation = annotation.putObject("url_citation");
      citation.put("start_index", mark.start());
      citation.put("end_index", mark.end());
      citation.put("url", mark.url());
      citation.put("title", mark.title());
    }
    return annotations;
  }

  private ObjectNode usage() {
    return json.createObjectNode()
        .put("prompt_tokens", effort.tokensIn())
        .put("completion_tokens", effort.tokensOut())
        .put("total_tokens", effort.tokensIn() + effort.tokensOut());
  }

  private String written(ObjectNode chunk) {
    try {
      return json.writeValueAsString(chunk);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chunk can always be written", e);
    }
  }
}
