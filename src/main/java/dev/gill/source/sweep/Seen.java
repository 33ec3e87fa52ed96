package dev.gill.source.sweep;

import dev.gill.model.Content;
import dev.gill.source.Change;
import java.util.Objects;

/** What reading a document came to. */
public sealed interface Seen {
  /** About how many bytes it holds. */
  default long size() {
    return switch (this) {
      case Whole(Change.Upserted(_, _, _, _, Content.File file)) -> file.bytes().length;
      case Whole _, Gone _, Unreadable _ -> 0;
    };
  }

  /** It reads so. */
  record Whole(Change.Upserted change) implements Seen {
    public Whole {
      Objects.requireNonNull(change, "change");
    }
  }

  /** It is not there any more. */
  record Gone() implements Seen {}

  /**
   * It is there and cannot be read; it is tried again ever more seldom, and at once when its mark
   * changes.
   *
   * @param cause a whole sentence
   */
  record Unreadable(String cause) implements Seen {
    public Unreadable {
      Objects.requireNonNull(cause, "cause");
    }
  }
}
