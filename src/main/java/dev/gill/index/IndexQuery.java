package dev.gill.index;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One way of searching. */
public sealed interface IndexQuery {
  /**
   * By words, over the chunks of all languages, each analyzed in its own way.
   *
   * @param cosineTo the vector to which each hit also gets its cosine
   */
  record Lexical(String text, Optional<Nearest> cosineTo) implements IndexQuery {
    public Lexical {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(cosineTo, "cosineTo");
    }

    /** By words alone. */
    public Lexical(String text) {
      this(text, Optional.empty());
    }
  }

  /**
   * By words that another language's are rendered with, over the chunks of one language. The
   * renderings of a word that the index has count one word together, see {@link Renderings}.
   *
   * @param words for each word what it may be called, likeliest first
   * @param cosineTo the vector to which each hit also gets its cosine
   */
  record Rendered(Language language, List<List<String>> words, Optional<Nearest> cosineTo)
      implements IndexQuery {
    public Rendered {
      Objects.requireNonNull(language, "language");
      words = words.stream().map(List::copyOf).toList();
      Objects.requireNonNull(cosineTo, "cosineTo");
    }
  }

  /** By nearness of vectors, over the chunks embedded in that space. */
  record Nearest(Space space, float[] vector) implements IndexQuery {
    public Nearest {
      if (vector.length != space.dimension()) {
        throw new IllegalArgumentException(
            "%s wants %d numbers, not %d".formatted(space, space.dimension(), vector.length));
      }
    }
  }
}
