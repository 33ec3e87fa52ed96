package dev.gill.index;

import dev.gill.model.Space;
import java.util.Objects;

/** One way of searching. */
public sealed interface Leg {
  /** By words, over the chunks of all languages, each analyzed in its own way. */
  record Lexical(String text) implements Leg {
    public Lexical {
      Objects.requireNonNull(text, "text");
    }
  }

  /** By nearness of vectors, over the chunks embedded in that space. */
  record Nearest(Space space, float[] vector) implements Leg {
    public Nearest {
      if (vector.length != space.dimension()) {
        throw new IllegalArgumentException(
            "%s wants %d numbers, not %d".formatted(space, space.dimension(), vector.length));
      }
    }
  }
}
