package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.index.Extent;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import dev.gill.index.Section;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.StoredDocument;
import dev.gill.model.Access;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.ThreadInterruptedException;

/** A view, as one who looks at it holds it. */
final class LuceneSnapshot implements Snapshot {
  private final View view;
  private final Object place;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes over one hold on the view. */
  LuceneSnapshot(View view, Object place) {
    this.view = view;
    this.place = place;
  }

  private interface Read<T> {
    T from(View view) throws IOException;
  }

  /**
   * Searches to the end even on a thread that is interrupted, and leaves it so: Lucene would return
   * while other threads still search for it.
   */
  @Override
  public List<Hit> search(IndexQuery asked, Filter filter, int k) {
    boolean interrupted = Thread.interrupted();
    try {
      return read(view -> new LuceneSearch(view).best(asked, filter, k));
    } catch (ThreadInterruptedException e) {
      interrupted = true;
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Extent extent(Filter filter) {
    return read(view -> new LuceneHeads(view).extent(filter, view.permits().of(filter)));
  }

  @Override
  public List<DocHead> latest(Filter filter, int k) {
    return read(view -> new LuceneHeads(view).latest(filter, k));
  }

  @Override
  public List<DocHead> documents(Filter filter, Optional<DocId> after, int k) {
    return read(view -> new LuceneHeads(view).documents(filter, after, k));
  }

  @Override
  public List<Section> sections(String typed, Filter filter, int k) {
    return read(view -> new LuceneHeads(view).sections(typed, view.permits().of(filter), k));
  }

  @Override
  public Map<String, Double> termWeights(String text) {
    return read(view -> view.weights().get(Language.of(text)).of(text));
  }

  @Override
  public Set<String> terms(String text) {
    return Analysis.INSTANCE.terms(Language.of(text), text);
  }

  @Override
  public Optional<DocHead> head(DocId doc) {
    return read(view -> view.only(headOf(doc), Loading::head));
  }

  @Override
  public Optional<StoredDocument> document(DocId doc) {
    return read(
        view -> {
          Optional<DocHead> head = view.only(headOf(doc), Loading::head);
          if (head.isEmpty()) {
            return Optional.empty();
          }
          String text = view.only(headOf(doc), Loading::text).orElseThrow();
          return Optional.of(new StoredDocument(head.get(), text, chunks(view, doc)));
        });
  }

  private static List<Chunk> chunks(View view, DocId doc) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    view.each(
        new Term(Fields.CHUNK_DOC, doc.toString()),
        (leaf, document) -> chunks.add(Loading.chunk(leaf, document)));
    return chunks;
  }

  private static Term headOf(DocId doc) {
    return new Term(Fields.HEAD_DOC, doc.toString());
  }

  @Override
  public Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted) {
    return read(
        view -> {
          Map<Fingerprint, float[]> found = new HashMap<>();
          for (Fingerprint fingerprint : wanted) {
            view.each(
                new Term(Fields.FINGERPRINT, fingerprint.hex()),
                (leaf, document) -> {
                  vector(space, leaf, document).ifPresent(vector -> found.put(fingerprint, vector));
                  return !found.containsKey(fingerprint);
                });
          }
          return found;
        });
  }

  private static Optional<float[]> vector(Space space, LeafReader leaf, int document)
      throws IOException {
    FloatVectorValues values = leaf.getFloatVectorValues(Fields.vector(space));
    if (values == null) {
      return Optional.empty();
    }
    var each = values.iterator();
    return each.advance(document) == document
        ? Optional.of(values.vectorValue(each.index()).clone())
        : Optional.empty();
  }

  @Override
  public List<DocId> documents(SourceId source) {
    return documents(new Term(Fields.HEAD_SOURCE, source.name()));
  }

  @Override
  public List<DocId> documents(Scope scope) {
    return documents(new Term(Fields.HEAD_SCOPE, scope.toString()));
  }

  private List<DocId> documents(Term heads) {
    return heads(heads).stream().map(DocHead::id).sorted().toList();
  }

  @Override
  public List<DocHead> abridged(SourceId source) {
    return heads(new Term(Fields.ABRIDGED_SOURCE, source.name())).stream()
        .sorted(Comparator.comparing(DocHead::id))
        .toList();
  }

  private List<DocHead> heads(Term wanted) {
    return read(
        view -> {
          List<DocHead> heads = new ArrayList<>();
          view.each(wanted, (leaf, document) -> heads.add(Loading.head(leaf, document)));
          return heads;
        });
  }

  @Override
  public SourceLedger ledger(SourceId source) {
    return read(view -> new LuceneLedgers(view).of(source));
  }

  @Override
  public Set<SourceId> sources() {
    return read(view -> new LuceneLedgers(view).sources());
  }

  @Override
  public Access access() {
    return read(View::access);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        view.release();
      } catch (IOException e) {
        throw Trouble.reading(place, e);
      }
    }
  }

  private <T> T read(Read<T> read) {
    if (closed.get()) {
      throw new IllegalStateException("this snapshot is closed");
    }
    try {
      return read.from(view);
    } catch (IOException e) {
      throw Trouble.reading(place, e);
    }
  }
}
