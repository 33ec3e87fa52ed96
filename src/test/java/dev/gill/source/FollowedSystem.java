package dev.gill.source;

import dev.gill.model.Audience;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the contracts do to the system that a source follows, and to sources over it. */
public interface FollowedSystem {
  /** A new source over the same documents, as after a restart; named {@code team}. */
  Source create() throws Exception;

  /** Opens a source that is closed after the test. */
  Source open() throws Exception;

  /** Writes or overwrites a document, without yet publishing it where that is a step of its own. */
  void write(String key, String text) throws Exception;

  /** Deletes a document, likewise. */
  void delete(String key) throws Exception;

  /** Publishes what was written, where that is a step of its own. */
  void publish() throws Exception;

  /** Makes the whole system unreachable. */
  void breakDown() throws Exception;

  /** The keys of what is written at the moment. */
  Set<String> present() throws Exception;

  /**
   * A source over the same documents whose configured audience is this one; empty if it is the
   * system that says who may read them.
   */
  default Optional<Source> configuredFor(Audience audience) throws Exception {
    return Optional.empty();
  }

  /** Writes one document and publishes it. */
  default void put(String key, String text) throws Exception {
    write(key, text);
    publish();
  }

  /** What somebody holds who starts afresh now. */
  default Replica rebuilt() throws Exception {
    Replica replica = new Replica();
    replica.follow(open());
    return replica;
  }

  /** The keys of all changes of a kind, in order. */
  static List<String> keys(List<Change> changes, Class<? extends Change> kind) {
    return changes.stream()
        .filter(kind::isInstance)
        .map(
            change ->
                switch (change) {
                  case Change.Upserted up -> up.doc().key();
                  case Change.Deleted gone -> gone.doc().key();
                  case Change.Unreadable bad -> bad.doc().key();
                  case Change.Remaining all -> "";
                })
        .toList();
  }
}
