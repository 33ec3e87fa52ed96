package dev.gill.source.sweep;

import dev.gill.model.Scope;
import java.util.Objects;

/**
 * A document as a listing shows it.
 *
 * @param key its source's own, as in its {@link dev.gill.model.DocId}
 * @param mark changes whenever its content, or what its source says of it, may have changed; empty
 *     if nothing shows that from outside, so that it is read each time
 * @param size about how many bytes; negative if only reading it shows
 */
public record Listed(String key, Scope scope, String mark, long size) {
  public Listed {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(mark, "mark");
  }

  /** Whether its size is known beforehand. */
  boolean sized() {
    return size >= 0;
  }
}
