package dev.gill.model;

import java.util.List;
import java.util.Objects;

/**
 * A passage that came near a question.
 *
 * @param excerpt what it says as it is read, from its best sentence on; may be empty
 */
public record NearPassage(Scored found, List<Part> excerpt) {
  public NearPassage {
    Objects.requireNonNull(found, "found");
    excerpt = List.copyOf(excerpt);
  }
}
