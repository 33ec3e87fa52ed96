package dev.gill.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** What a contract test needs to be able to do to a source's documents. */
public abstract class SourceFixture {
  /** The source reads files of these names. */
  protected static final Predicate<String> READABLE =
      name -> name.endsWith(".md") || name.endsWith(".txt");

  private final List<Source> opened = new ArrayList<>();

  /** A new source over the same documents, as after a restart; named {@code team}. */
  protected abstract Source create() throws Exception;

  /** Writes or overwrites a document, without yet publishing it where that is a step of its own. */
  protected abstract void write(String key, String text) throws Exception;

  protected abstract void delete(String key) throws Exception;

  protected abstract void move(String from, String to) throws Exception;

  /** Publishes what was written, where that is a step of its own. */
  protected abstract void publish() throws Exception;

  /** Makes the whole system unreachable. */
  protected abstract void breakDown() throws Exception;

  /** Opens a source that is closed after the test. */
  protected final Source open() throws Exception {
    Source source = create();
    opened.add(source);
    return source;
  }

  protected final void put(String key, String text) throws Exception {
    write(key, text);
    publish();
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Source::close);
  }

  /** The keys of what is written at the moment. */
  protected abstract Set<String> present() throws Exception;

  /** What somebody holds who starts afresh now. */
  protected final Replica rebuilt() throws Exception {
    Replica replica = new Replica();
    replica.follow(open());
    return replica;
  }

  /** The keys of all changes of a kind, in order. */
  protected static List<String> keys(List<Change> changes, Class<? extends Change> kind) {
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
