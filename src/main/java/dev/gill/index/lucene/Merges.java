package dev.gill.index.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.lucene.index.ConcurrentMergeScheduler;

/**
 * Merges in the background. One that fails closes the writer, which the next changeset opens again;
 * the library would besides have its thread die with a stack trace.
 */
final class Merges extends ConcurrentMergeScheduler {
  private static final Logger LOG = System.getLogger(Merges.class.getName());

  private final Object place;

  Merges(Object place) {
    this.place = place;
  }

  @Override
  protected void handleMergeException(Throwable cause) {
    LOG.log(Level.WARNING, () -> "Merging failed: " + Trouble.writing(place, cause).getMessage());
  }
}
