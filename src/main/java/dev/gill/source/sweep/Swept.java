package dev.gill.source.sweep;

import dev.gill.model.Scope;
import dev.gill.source.SourceException;

/** A system that can list all its documents, and read each. */
public interface Swept {
  /**
   * What is there now, found as cheaply as the system allows.
   *
   * @throws SourceException if it cannot be listed; nothing is taken for gone because of that
   */
  Listing list() throws SourceException, InterruptedException;

  /**
   * Whether {@link #list()} has something new to say, or is so cheap that it is time to ask,
   * although what differed before is not all reported yet: so a long pass keeps nothing back.
   * Cheap.
   */
  default boolean changed() {
    return false;
  }

  /**
   * Whether what was read should be handed out now although more would fit in, since it is time to
   * look again. Cheap.
   */
  default boolean enough() {
    return changed();
  }

  /**
   * Reads one.
   *
   * @throws SourceException if the system fails as a whole; a failure of this document alone is
   *     {@link Seen.Unreadable}
   */
  Seen read(Listed document) throws SourceException, InterruptedException;

  /**
   * How many bytes a document comes to, asked right before it is read. A system that reads many at
   * a time fetches it now, along with those that follow.
   *
   * @param following what is to be read, this document first
   */
  default long size(Listed document, Iterable<Listed> following)
      throws SourceException, InterruptedException {
    return document.size();
  }

  /** Whether somebody may read what lies in one scope who may not read what lies in the other. */
  default boolean narrows(Scope from, Scope to) {
    return true;
  }
}
