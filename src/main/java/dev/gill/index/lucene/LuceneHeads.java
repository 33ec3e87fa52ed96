package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.index.Extent;
import dev.gill.index.Filter;
import dev.gill.index.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

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
    List<DocHead> latest = new ArrayList<>();
    for (ScoreDoc found : searcher().search(heads, most, NEWEST_FIRST).scoreDocs) {
      LeafReaderContext leaf = leaf(found);
      latest.add(Loading.head(leaf.reader(), found.doc - leaf.docBase));
    }
    return List.copyOf(latest);
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
      LeafReaderContext leaf = leaf(found);
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

  private LeafReaderContext leaf(ScoreDoc found) {
    List<LeafReaderContext> leaves = view.reader().leaves();
    return leaves.get(ReaderUtil.subIndex(found.doc, leaves));
  }
}
