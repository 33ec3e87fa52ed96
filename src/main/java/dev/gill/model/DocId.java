package dev.gill.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * A document's identity: its source and the source's own stable key for it (a relative path with
 * {@code /}, a page id).
 *
 * <p>Written as {@code source:key}; a source's name holds no colon, so the first one parts the two.
 */
public record DocId(SourceId source, String key) implements Comparable<DocId> {
  private static final Comparator<DocId> ORDER =
      Comparator.comparing(DocId::source).thenComparing(DocId::key);

  public DocId {
    Objects.requireNonNull(source, "source");
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a document's key must not be empty");
    }
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if there is no colon, or the parts are not of their forms
   */
  public static DocId parse(String written) {
    int colon = written.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "a document id reads source:key, not '%s'".formatted(written));
    }
    return new DocId(new SourceId(written.substring(0, colon)), written.substring(colon + 1));
  }

  @Override
  public int compareTo(DocId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source + ":" + key;
  }
}
