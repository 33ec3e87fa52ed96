package dev.gill.surface.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Composition.Effort;
import dev.gill.surface.AnswerText;
import java.time.Instant;
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
    ObjectNode completion = head();
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode message = choice.putObject("message");
    message.put("role", "assistant");
    message.put("content", answer.text());
    message.putNull("refusal");
    message.set("annotations", annotations(answer.marks(), json));
    choice.putNull("logprobs");
    choice.put("finish_reason", "stop");
    completion.set("usage", usage(effort, json));
    return completion;
  }

  private ObjectNode head() {
    return head(id, created, "chat.completion", json);
  }

  static ObjectNode head(String id, Instant created, String object, ObjectMapper json) {
    ObjectNode head = json.createObjectNode();
    head.put("id", id);
    head.put("object", object);
    head.put("created", created.getEpochSecond());
    head.put("model", Models.NAME);
    return head;
  }

  static ArrayNode annotations(List<AnswerText.Mark> marks, ObjectMapper json) {
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

  static ObjectNode usage(Effort effort, ObjectMapper json) {
    return json.createObjectNode()
        .put("prompt_tokens", effort.tokensIn())
        .put("completion_tokens", effort.tokensOut())
        .put("total_tokens", effort.tokensIn() + effort.tokensOut());
  }
}
