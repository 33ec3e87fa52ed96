package dev.gill.index;

import dev.gill.model.Chunk;
import dev.gill.model.Space;

/** A chunk with its vector, in the space of its language. */
public record Embedded(Chunk chunk, Space space, float[] vector) {
  public Embedded {
    if (vector.length != space.dimension()) {
      throw new IllegalArgumentException(
          "%s wants %d numbers, not %d".formatted(space, space.dimension(), vector.length));
    }
  }
}
