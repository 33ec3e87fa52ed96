package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.index.Extent;
import dev.gill.index.Filter;
import dev.gill.index.Section;
import dev.gill.model.DocId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Finds documents by when they were written and by what they and their sections are called. */
final class LuceneHeads {
  private static final Sort NEWEST_FIRST = newestFirst();

  private final View view;

  LuceneHeads(View view) {
    this.view = view;
  }

  /** Heads that an earlier Gill wrote have no time, and come last until they are read anew. */
  private static Sort newestFirst() {
    SortField written =
        new SortField(Fields.HEAD_WRITTEN, SortField.Type.LONG, true, Long.MIN_VALUE);
    return new Sort(written, SortField.FIELD_DOC);
  }

  List<DocHead> latest(Filter filter, int k) throws IOException {
    int most = Math.min(k, view.reader().numDocs());
    if (most < 1) {
      return List.of();
    }
    Query heads = Queries.permittedHeads(filter, view.access());
    return loaded(searcher().search(heads, most, NEWEST_FIRST));
  }

  /** Walks the sorted ids from where the page begins; which of them are let through is known. */
  List<DocHead> documents(Filter filter, Optional<DocId> after, int k) throws IOException {
    Terms ids = MultiTerms.getTerms(view.reader(), Fields.HEAD_DOC);
    if (k < 1 || ids == null) {
      return List.of();
    }
    FixedBitSet permitted = permitted(Queries.permittedHeads(filter, view.access()));
    List<DocHead> page = new ArrayList<>();
    TermsEnum each = ids.iterator();
    PostingsEnum found = null;
    for (BytesRef id = first(each, after); id != null && page.size() < k; id = each.next()) {
      found = each.postings(found, PostingsEnum.NONE);
      for (int doc = found.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (permitted.get(doc)) {
          page.add(head(doc));
        }
      }
    }
    return List.copyOf(page);
  }

  private static BytesRef first(TermsEnum ids, Optional<DocId> after) throws IOException {
    if (after.isEmpty()) {
      return ids.next();
    }
    return switch (ids.seekCeil(new BytesRef(after.get().toString()))) {
      case FOUND -> ids.next();
      case NOT_FOUND -> ids.term();
      case END -> null;
    };
  }

  /** The living heads that a query finds, a bit each. */
  private FixedBitSet permitted(Query heads) throws IOException {
    FixedBitSet permitted = new FixedBitSet(Math.max(1, view.reader().maxDoc()));
    IndexSearcher searcher = searcher();
    Weight weight = searcher.createWeight(searcher.rewrite(heads), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : view.reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Bits living = leaf.reader().getLiveDocs();
      DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (living == null || living.get(doc)) {
          permitted.set(leaf.docBase + doc);
        }
      }
    }
    return permitted;
  }

  private List<DocHead> loaded(TopDocs found) throws IOException {
    List<DocHead> heads = new ArrayList<>();
    for (ScoreDoc each : found.scoreDocs) {
      heads.add(head(each.doc));
    }
    return List.copyOf(heads);
  }

  private DocHead head(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    return Loading.head(leaf.reader(), doc - leaf.docBase);
  }

  /** How many heads the filter lets through, and how many chunks what it permits holds. */
  Extent extent(Filter filter, Query permitted) throws IOException {
    IndexSearcher searcher = searcher();
    return new Extent(
        searcher.count(Queries.permittedHeads(filter, view.access())), searcher.count(permitted));
  }

  List<Section> sections(String typed, Query permitted, int k) throws IOException {
    int most = Math.min(k, view.reader().numDocs());
    if (most < 1) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (ScoreDoc found : searcher().search(Typed.query(typed, permitted), most).scoreDocs) {
      LeafReaderContext leaf = leaf(found.doc);
      int inLeaf = found.doc - leaf.docBase;
      DocHead head = Loading.head(leaf.reader(), inLeaf);
      sections.add(Section.of(head, Loading.chunk(leaf.reader(), inLeaf)));
    }
    return List.copyOf(sections);
  }

  /** On this thread alone: both are short, and whoever asks may be interrupted. */
  private IndexSearcher searcher() {
    IndexSearcher searcher = new IndexSearcher(view.reader());
    searcher.setSimilarity(Queries.SIMILARITY);
    searcher.setQueryCache(PermittedQuery.CACHE);
    searcher.setQueryCachingPolicy(PermittedQuery.POLICY);
    return searcher;
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = view.reader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
