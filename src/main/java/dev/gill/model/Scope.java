package dev.gill.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * A part of a source whose documents have the same readers: a space, a channel, a restricted page.
 *
 * @param key the source's own stable key for it; empty for the source as a whole
 */
public record Scope(SourceId source, String key) implements Comparable<Scope> {
  private static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::source).thenComparing(Scope::key);

  public Scope {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(key, "key");
  }

  /** All that a source holds, where its parts have no readers of their own. */
  public static Scope whole(SourceId source) {
    return new Scope(source, "");
  }

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }

  /** {@code source:key}; a source's name holds no colon. */
  @Override
  public String toString() {
    return source + ":" + key;
  }
}
