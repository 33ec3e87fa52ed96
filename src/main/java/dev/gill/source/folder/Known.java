package dev.gill.source.folder;

import java.time.Instant;
import java.util.Optional;

/**
 * What was reported of a document.
 *
 * @param revision empty if it could not be read
 * @param cause why it could not be read; empty if it could
 * @param stat as of the moment when it was read; empty if it has to be looked at again in any case
 */
record Known(String revision, Instant modified, String cause, Optional<FileStat> stat) {
  static Known readable(ReadResult.Whole whole) {
    Optional<FileStat> stat = Optional.of(whole.stat()).filter(s -> whole.settled());
    return new Known(whole.revision(), whole.stat().modified(), "", stat);
  }

  static Known unreadable(String cause) {
    return new Known("", Instant.EPOCH, cause, Optional.empty());
  }

  /** Whether nobody sees a difference in what is reported of them. */
  boolean reportedAs(Known other) {
    return reported().equals(other.reported());
  }

  /** Everything that others get to see, in one text. */
  String reported() {
    return revision + '\0' + modified + '\0' + cause;
  }
}
