package dev.gill.index.lucene;

import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import dev.gill.model.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Searches one view. */
final class LuceneSearch {
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.ORDER, SortField.Type.STRING),
          new SortField(Fields.START, SortField.Type.INT));

  private static final Comparator<Hit> HITS =
      Comparator.comparingDouble(Hit::score)
          .reversed()
          .thenComparing(hit -> hit.passage().doc())
          .thenComparing(hit -> hit.passage().chunk().start());

  private final View view;

  LuceneSearch(View view) {
    this.view = view;
  }

  List<Hit> best(IndexQuery asked, Filter filter, int k) throws IOException {
    int most = Math.min(k, view.reader().numDocs());
    if (most < 1) {
      return List.of();
    }
    Query permitted = view.permits().of(filter);
    return switch (asked) {
      case IndexQuery.Lexical lexical ->
          words(Queries.lexical(lexical, permitted), lexical.cosineTo(), most);
      case IndexQuery.Rendered rendered ->
          words(Queries.rendered(rendered, permitted, view.reader()), rendered.cosineTo(), most);
      case IndexQuery.Nearest nearest -> nearest(nearest, permitted, most);
    };
  }

  private List<Hit> words(Query query, Optional<IndexQuery.Nearest> beside, int k)
      throws IOException {
    ScoreDoc[] found = view.searcher().search(query, k, BEST_FIRST).scoreDocs;
    List<LeafReaderContext> leaves = view.reader().leaves();
    Cosines cosines = beside.isPresent() ? Cosines.of(beside.get(), found, leaves) : Cosines.NONE;
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc scored : found) {
      float score = (float) ((FieldDoc) scored).fields[0];
      hits.add(hit(scored.doc, score, cosines.of(scored.doc)));
    }
    return List.copyOf(hits);
  }

  private List<Hit> nearest(IndexQuery.Nearest asked, Query permitted, int k) throws IOException {
    var query = Queries.nearest(asked, permitted, k, view.reader().numDocs());
    ScoreDoc[] found = view.searcher().search(query, query.getK()).scoreDocs;
    Cosines cosines = Cosines.of(asked, found, view.reader().leaves());
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc scored : found) {
      OptionalDouble cosine = cosines.of(scored.doc);
      hits.add(hit(scored.doc, cosine.orElseThrow(), cosine));
    }
    hits.sort(HITS);
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
  }

  private Hit hit(int document, double score, OptionalDouble cosine) throws IOException {
    List<LeafReaderContext> leaves = view.reader().leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(document, leaves));
    LeafReader leaf = context.reader();
    int inLeaf = document - context.docBase;
    var head = Loading.head(leaf, inLeaf);
    var chunk = Loading.chunk(leaf, inLeaf);
    return new Hit(new Passage(head.id(), head.revision(), head.origin(), chunk), score, cosine);
  }
}
