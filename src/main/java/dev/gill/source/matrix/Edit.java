package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The newest edit of a message.
 *
 * @param id of the event that edits
 * @param content what it says, as long as the message itself was not read
 */
record Edit(String id, String sender, long at, Optional<JsonNode> content) {
  static Edit of(Event event, boolean waiting) {
    return new Edit(
        event.id(),
        event.sender(),
        event.at(),
        waiting ? Optional.of(event.content().path("m.new_content")) : Optional.empty());
  }

  boolean olderThan(Event event) {
    return at < event.at() || (at == event.at() && id.compareTo(event.id()) < 0);
  }
}
