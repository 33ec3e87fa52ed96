package dev.gill.index;

import dev.gill.model.Space;
import java.util.Objects;
import java.util.Optional;

/** One way of searching. */
public sealed interface Leg {
  /**
   * By words, over the chunks of all languages, each analyzed in its own way.
   *
   * @param beside what the nearness of each hit is told to
   */
  record Lexical(String text, Optional<Nearest> beside) implements Leg {
    public Lexical {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(beside, "beside");
    }

    /** By words alone. */
    public Lexical(String text) {
      this(text, Optional.empty());
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
