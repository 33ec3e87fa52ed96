package dev.gill.index;

import dev.gill.model.Access;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The index at one moment. Close it when done. Safe for use by several threads. */
public interface Snapshot extends AutoCloseable {
  /**
   * The k best chunks for a query among those that the filter lets through, best first; ties in
   * order of document and place.
   */
  List<Hit> search(IndexQuery query, Filter filter, int k);

  /**
   * The terms that a text is searched by, each with its inverse document frequency among all
   * chunks.
   */
  Map<String, Double> termWeights(String text);

  /** The terms that a text is searched by, in its order; cheap, since nothing is looked up. */
  Set<String> terms(String text);

  /** A document's present state without its text. */
  Optional<DocHead> head(DocId doc);

  /** A document's present state. */
  Optional<StoredDocument> document(DocId doc);

  /** The vectors that are stored for texts of these fingerprints, in whichever document. */
  Map<Fingerprint, float[]> vectors(Space space, Set<Fingerprint> wanted);

  /** The ids of all documents of a source, in order. */
  List<DocId> documents(SourceId source);

  /** The ids of all documents in a scope, in order. */
  List<DocId> documents(Scope scope);

  /** The heads of those documents of a source of which something was left out, in order. */
  List<DocHead> abridged(SourceId source);

  /** How much a filter lets through. */
  Extent extent(Filter filter);

  /** The heads of the documents that were written last, the newest first. */
  List<DocHead> latest(Filter filter, int k);

  /**
   * The heads of the first documents in the order of the UTF-8 bytes of their ids, as they are
   * written. No head of another is read, so that a long list can be had page by page.
   *
   * @param after that come after this one, which need not be there any more; all if empty
   */
  List<DocHead> documents(Filter filter, Optional<DocId> after, int k);

  /**
   * Where documents and their sections begin whose title or headings have all the words of a text,
   * the last of which may be cut short; best first.
   */
  List<Section> sections(String typed, Filter filter, int k);

  /** What is known of a source as a whole; {@link SourceLedger#empty()} if nothing is. */
  SourceLedger ledger(SourceId source);

  /** The names of all sources that left anything in the index. */
  Set<SourceId> sources();

  /** Who may read what, as of the same moment as the documents. */
  Access access();

  /** Lets go of the snapshot. */
  @Override
  void close();
}
