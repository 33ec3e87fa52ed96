package dev.gill.source;

import dev.gill.model.PassedOver.Reason;
import java.util.Objects;

/** What becomes of a file or folder, by its path alone. */
public sealed interface Verdict {
  /** The file is read, the folder entered. */
  record Taken() implements Verdict {}

  /**
   * It is hidden, or left out by the settings; nobody expects it, so that a count says enough, and
   * where every folder holds thousands, not even that.
   */
  record Ignored(Reason reason) implements Verdict {
    public Ignored {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * It is left unread, which is said.
   *
   * @param ending what the name ends in, such as {@code .rtf}, where that is the reason; else empty
   * @param why one sentence for a person
   */
  record PassedOver(Reason reason, String ending, String why) implements Verdict {
    public PassedOver {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(ending, "ending");
      Objects.requireNonNull(why, "why");
    }

    /** Whether the file's format is the reason, so that further ones of it are only counted. */
    boolean format() {
      return switch (reason) {
        case FORMAT, PICTURE, RECORDING, ARCHIVE, PROGRAM -> true;
        default -> false;
      };
    }
  }
}
