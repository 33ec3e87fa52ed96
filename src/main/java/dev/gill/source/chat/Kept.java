package dev.gill.source.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A room as an {@link Archive} keeps it.
 *
 * @param head what the adapter notes of the room besides its messages, in a form of its own
 * @param posts by id, in the order in which they came
 */
public record Kept(String head, Map<String, Post> posts) {
  public Kept {
    Objects.requireNonNull(head, "head");
    posts = Collections.unmodifiableMap(new LinkedHashMap<>(posts));
  }
}
