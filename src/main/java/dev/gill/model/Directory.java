package dev.gill.model;

import java.util.Set;

/** Knows who asks. */
public interface Directory {
  /**
   * The reader that somebody is.
   *
   * @param asker how whoever asks was recognised; none for somebody unknown
   */
  Reader reader(Set<Identity> asker);
}
