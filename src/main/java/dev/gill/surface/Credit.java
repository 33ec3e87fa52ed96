package dev.gill.surface;

import dev.gill.model.Dated;
import dev.gill.model.Locator;
import java.util.Optional;

/** To whom a text is credited. */
public final class Credit {
  private Credit() {}

  /**
   * Who vouches for a text and since which day, such as {@code verified by Anna on 20 Nov 2026};
   * nothing for a text that was only written.
   */
  public static Optional<String> vouched(Locator where, Texts t) {
    return where.dated() == Dated.VERIFIED && !where.author().isBlank()
        ? Optional.of(t.filled("written.verified", where.author(), t.day(where.modified())))
        : Optional.empty();
  }
}
