package dev.gill.index;

import dev.gill.model.Access;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One state of the in-memory engine, searched by looking at every chunk. */
final class MemorySnapshot implements Snapshot {
  private final MemoryChunks chunks;
  private final MemoryState state;
  private volatile boolean closed;

  MemorySnapshot(MemoryChunks chunks) {
    this.chunks = chunks;
    this.state = chunks.state();
  }

  @Override
  public List<Hit> search(IndexQuery query, Filter filter, int k) {
    requireOpen();
    List<MemoryChunks.Entry> allowed = chunks.entries().stream().filter(permitted(filter)).toList();
    return new MemorySearch(chunks, allowed).best(query, k);
  }

  private Predicate<MemoryChunks.Entry> permitted(Filter filter) {
    Set<Scope> readable = state.access().scopes(filter.reader());
    return entry -> lets(filter, readable, entry.head());
  }

  private static boolean lets(Filter filter, Set<Scope> readable, DocHead head) {
    return readable.contains(head.scope())
        && filter.restriction().covers(head.id().source(), head.origin().modified());
  }

  @Override
  public Extent extent(Filter filter) {
    requireOpen();
    Set<Scope> readable = state.access().scopes(filter.reader());
    List<DocWrite> through =
        state.documents().values().stream()
            .filter(document -> lets(filter, readable, document.head()))
            .toList();
    return new Extent(
        through.size(), through.stream().mapToLong(document -> document.chunks().size()).sum());
  }

  @Override
  public List<DocHead> latest(Filter filter, int k) {
    requireOpen();
    Set<Scope> readable = state.access().scopes(filter.reader());
    return state.documents().values().stream()
        .map(DocWrite::head)
        .filter(head -> lets(filter, readable, head))
        .sorted(Comparator.comparing((DocHead head) -> head.origin().modified()).reversed())
        .limit(Math.max(k, 0))
        .toList();
  }

  private static int compareBytes(DocId one, DocId other) {
    return Arrays.compareUnsigned(
        one.toString().getBytes(StandardCharsets.UTF_8),
        other.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<DocHead> documents(Filter filter, Optional<DocId> after, int k) {
    requireOpen();
    Set<Scope> readable = state.access().scopes(filter.reader());
    return state.documents().values().stream()
        .map(DocWrite::head)
        .filter(head -> after.isEmpty() || compareBytes(head.id(), after.get()) > 0)
        .filter(head -> lets(filter, readable, head))
        .sorted((one, other) -> compareBytes(one.id(), other.id()))
        .limit(Math.max(k, 0))
        .toList();
  }

  @Override
  public List<Section> sections(String typed, Filter filter, int k) {
    requireOpen();
    return MemorySections.of(chunks.entries().stream().filter(permitted(filter)).toList(), typed)
        .stream()
        .limit(Math.max(k, 0))
        .toList();
  }

  @Override
  public Map<String, Double> termWeights(String text) {
    requireOpen();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String term : new LinkedHashSet<>(Words.in(text))) {
      weights.put(term, chunks.idf(Language.of(text), term));
    }
    return weights;
  }

  @Override
  public Set<String> terms(String text) {
    return new LinkedHashSet<>(Words.in(text));
  }

  @Override
  public Optional<DocHead> head(DocId doc) {
    requireOpen();
    return Optional.ofNullable(state.documents().get(doc)).map(DocWrite::head);
  }

  @Override
  public Optional<StoredDocument> document(DocId doc) {
    requireOpen();
    return Optional.ofNullable(state.documents().get(doc))
        .map(
            found ->
                new StoredDocument(
                    found.head(),
                    found.text(),
                    MemoryChunks.inOrder(found).stream().map(Embedded::chunk).toList()));
  }

  @Override
  public Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted) {
    requireOpen();
    Map<Fingerprint, float[]> found = new HashMap<>();
    for (DocWrite document : state.documents().values()) {
      for (Embedded embedded : document.chunks()) {
        Fingerprint fingerprint = embedded.chunk().fingerprint();
        if (wanted.contains(fingerprint) && embedded.space().equals(space)) {
          found.put(fingerprint, embedded.vector().clone());
        }
      }
    }
    return found;
  }

  @Override
  public List<DocId> documents(SourceId source) {
    requireOpen();
    return state.documents().keySet().stream().filter(doc -> doc.source().equals(source)).toList();
  }

  @Override
  public List<DocId> documents(Scope scope) {
    requireOpen();
    return state.documents().values().stream()
        .map(DocWrite::head)
        .filter(head -> head.scope().equals(scope))
        .map(DocHead::id)
        .toList();
  }

  @Override
  public List<DocHead> abridged(SourceId source) {
    requireOpen();
    return state.documents().values().stream()
        .map(DocWrite::head)
        .filter(head -> head.id().source().equals(source) && !head.leftOut().isEmpty())
        .toList();
  }

  @Override
  public SourceLedger ledger(SourceId source) {
    requireOpen();
    List<DocId> documents = documents(source);
    long count =
        documents.stream().mapToLong(doc -> state.documents().get(doc).chunks().size()).sum();
    List<Failure> failures =
        state.failures().values().stream()
            .filter(failure -> failure.doc().source().equals(source))
            .toList();
    return new SourceLedger(
        Optional.ofNullable(state.checkpoints().get(source)), documents.size(), count, failures);
  }

  @Override
  public Set<SourceId> sources() {
    requireOpen();
    Set<SourceId> sources = new TreeSet<>(state.checkpoints().keySet());
    sources.addAll(state.access().sources());
    state.documents().keySet().forEach(doc -> sources.add(doc.source()));
    state.failures().keySet().forEach(doc -> sources.add(doc.source()));
    return sources;
  }

  @Override
  public Access access() {
    requireOpen();
    return state.access();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this snapshot is closed");
    }
  }
}
