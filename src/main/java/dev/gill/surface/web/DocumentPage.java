package dev.gill.surface.web;

import dev.gill.model.Dated;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.List;

/**
 * A document as its page shows it. What is null is left out.
 *
 * @param titled whether the text begins with its own title
 * @param body the text as HTML, harmless
 * @param marked whether a passage is marked in it
 * @param leftOut a sentence on each kind of what the original holds and the text does not
 */
record DocumentPage(
    String title,
    boolean titled,
    String source,
    String key,
    String revision,
    String author,
    Instant modified,
    Dated dated,
    Instant asOf,
    String original,
    String originalThen,
    String position,
    String lang,
    List<Outline.Entry> outline,
    Banner banner,
    RawString body,
    boolean marked,
    List<String> leftOut) {
  private static final int SHORT = 10;

  /** The key of what its date is called. */
  public String dateName() {
    return switch (dated) {
      case DOCUMENT, REVISION, MESSAGE -> "document.written";
      case FILE -> "document.file-changed";
      case VERIFIED -> "document.verified";
    };
  }

  /** The key of what its author is called. */
  public String authorName() {
    return dated == Dated.VERIFIED ? "document.verified-by" : "document.author";
  }

  /** Whether only the day of its date means something. */
  public boolean day() {
    return dated == Dated.DOCUMENT;
  }

  /** Enough of the revision to recognize it by. */
  public String shortRevision() {
    return revision.length() > SHORT + 6 ? revision.substring(0, SHORT) + "…" : revision;
  }
}
