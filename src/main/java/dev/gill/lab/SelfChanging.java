package dev.gill.lab;

import dev.gill.model.DocId;
import dev.gill.source.SourceException;
import dev.gill.sync.Followed;
import java.util.List;
import java.util.function.Predicate;

/** Says of documents whether they read otherwise each time, by asking their sources. */
public final class SelfChanging implements Predicate<DocId>, AutoCloseable {
  private final List<Followed> sources;

  /** Takes the sources over. */
  public SelfChanging(List<Followed> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public boolean test(DocId document) {
    for (Followed followed : sources) {
      if (followed.source().id().equals(document.source())) {
        try {
          return followed.source().changesByItself(document);
        } catch (SourceException e) {
          return false; // then it is shown as a difference
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    sources.forEach(followed -> followed.source().close());
  }
}
