package dev.gill.source.webdav;

import java.time.Instant;
import java.util.Optional;

/**
 * A file or folder as the server lists it.
 *
 * @param path below the folder that is followed, decoded; empty for that folder itself
 * @param target the path of its address, as the server writes it
 * @param etag empty if the server gives none
 * @param size in bytes; -1 if the server does not say
 * @param author who wrote its present form; empty if the server does not say
 * @param id the number that Nextcloud and ownCloud give it; empty elsewhere
 */
record Resource(
    String path,
    String target,
    boolean folder,
    String etag,
    long size,
    Optional<Instant> modified,
    String author,
    String id) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of the folder that it lies in, with a slash at its end; empty for the top. */
  String parent() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /**
   * Changes whenever it may read otherwise; empty if nothing shows that, or a second change within
   * the same second would not show.
   */
  String mark(Instant now) {
    boolean late =
        modified.filter(at -> now.minusSeconds(Multistatus.COARSEST_STAMP).isAfter(at)).isPresent();
    if (etag.isEmpty() && !late) {
      return "";
    }
    return "%s %d %s %s %s"
        .formatted(etag, size, modified.map(at -> at.getEpochSecond()).orElse(0L), id, author);
  }
}
