package dev.gill.source.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far an account was followed.
 *
 * @param server its address
 * @param since the server's own token; empty at the beginning
 * @param direct the rooms that its owner marked as direct
 */
record Position(String server, String account, Optional<String> since, Set<String> direct) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Position {
    direct = Set.copyOf(direct);
  }

  static Position begin(String server, String account) {
    return new Position(server, account, Optional.empty(), Set.of());
  }

  Position after(SyncAnswer answer) {
    return new Position(
        server, account, Optional.of(answer.next()), answer.direct().orElse(direct));
  }

  String write() {
    ObjectNode node = JSON.createObjectNode().put("server", server).put("account", account);
    since.ifPresent(token -> node.put("since", token));
    new TreeSet<>(direct).forEach(node.putArray("direct")::add);
    return node.toString();
  }

  /** Reads what {@link #write} writes; empty if it is something else. */
  static Optional<Position> read(String written) {
    try {
      JsonNode node = JSON.readTree(written);
      Set<String> direct = new HashSet<>();
      node.path("direct").forEach(room -> direct.add(room.asText()));
      return Optional.of(
          new Position(
              node.path("server").asText(),
              node.path("account").asText(),
              Optional.ofNullable(node.get("since")).map(JsonNode::asText),
              direct));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
