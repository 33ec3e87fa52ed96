package dev.gill.index.lucene;

import dev.gill.model.Access;
import dev.gill.model.Language;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * One state of the index, shared by all who look at it; the last to let go closes it.
 *
 * @param data what its commit carries
 * @param access who may read what
 * @param permits what that lets through
 */
record View(
    DirectoryReader reader,
    IndexSearcher searcher,
    CommitData data,
    Access access,
    Permits permits,
    Map<Language, TermWeights> weights) {
  /** Takes the reader over. */
  static View of(DirectoryReader reader, Access access, Object place) throws IOException {
    return of(reader, access, new Permits(access), place);
  }

  /** The view after another one, whose permits are taken over while they hold. */
  static View of(DirectoryReader reader, Access access, Permits permits, Object place)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader, Helpers.EXECUTOR);
    searcher.setSimilarity(Queries.SIMILARITY);
    searcher.setQueryCache(PermittedQuery.CACHE);
    searcher.setQueryCachingPolicy(PermittedQuery.POLICY);
    Map<Language, TermWeights> weights = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      weights.put(language, new TermWeights(reader, language));
    }
    CommitData data = CommitData.read(reader.getIndexCommit().getUserData(), place);
    return new View(reader, searcher, data, access, permits, weights);
  }

  /** Holds on to it; false if it is closed already. */
  boolean acquire() {
    return reader.tryIncRef();
  }

  /** Whether only one holds on to it. */
  boolean unused() {
    return reader.getRefCount() == 1;
  }

  void release() throws IOException {
    reader.decRef();
  }

  /** Shows all living Lucene documents that have a term, in their order. */
  void each(Term term, Postings.Visitor visitor) throws IOException {
    Postings.each(reader, term, visitor);
  }

  /** Counts on this thread alone: whoever takes changes in may be interrupted at any time. */
  long count(Term term) throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(term));
  }

  /** The one living Lucene document that has a term, as something made of it. */
  <T> Optional<T> only(Term term, Maker<T> maker) throws IOException {
    Holder<T> holder = new Holder<>();
    each(
        term,
        (leaf, document) -> {
          holder.value = maker.make(leaf, document);
          return false;
        });
    return Optional.ofNullable(holder.value);
  }

  /** Makes something of a Lucene document. */
  interface Maker<T> {
    T make(LeafReader leaf, int document) throws IOException;
  }

  private static final class Holder<T> {
    private T value;
  }
}
