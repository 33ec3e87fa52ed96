package dev.gill.source.verified;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswer.Drawn;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A verified answer as JSON, and back. */
final class AnswerFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerFile() {}

  static String write(VerifiedAnswer answer) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", answer.id())
            .put("question", answer.question())
            .put("answer", answer.answer())
            .put("author", answer.author())
            .put("verifier", answer.verifier())
            .put("verified", answer.verified().toString())
            .put("until", answer.until().toString())
            .put("audience", answer.audience().toString());
    ArrayNode drawn = node.putArray("drawnFrom");
    for (Drawn each : answer.drawnFrom()) {
      drawn
          .addObject()
          .put("document", each.document().toString())
          .put("source", each.scope().source().name())
          .put("scope", each.scope().key());
    }
    ArrayNode asked = node.putArray("asked");
    answer.asked().stream().sorted().forEach(each -> asked.add(written(each)));
    return node.toPrettyString() + "\n";
  }

  /** In full, since an address without its realm would be read as one. */
  private static String written(Identity identity) {
    return identity.realm() + ":" + identity.id();
  }

  /**
   * Reads one.
   *
   * @throws IOException with the end of a sentence if it is none
   */
  static VerifiedAnswer read(String text) throws IOException {
    try {
      JsonNode node = JSON.readTree(text);
      List<Drawn> drawn = new ArrayList<>();
      for (JsonNode each : node.path("drawnFrom")) {
        drawn.add(
            new Drawn(
                DocId.parse(each.path("document").asText()),
                new Scope(
                    new SourceId(each.path("source").asText()), each.path("scope").asText())));
      }
      Set<Identity> asked = new HashSet<>();
      for (JsonNode each : node.path("asked")) {
        asked.add(Identity.parse(each.asText()));
      }
      return new VerifiedAnswer(
          node.path("id").asText(),
          node.path("question").asText(),
          node.path("answer").asText(),
          node.path("author").asText(),
          node.path("verifier").asText(),
          Instant.parse(node.path("verified").asText()),
          Instant.parse(node.path("until").asText()),
          Audience.parse(node.path("audience").asText()),
          drawn,
          asked);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IOException("is no verified answer that Gill wrote", e);
    }
  }
}
