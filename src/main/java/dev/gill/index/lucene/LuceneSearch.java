package dev.gill.index.lucene;

import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.Leg;
import dev.gill.model.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.VectorUtil;

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

  List<Hit> best(Leg leg, Filter filter, int k) throws IOException {
    int most = Math.min(k, view.reader().numDocs());
    if (most < 1) {
      return List.of();
    }
    return switch (leg) {
      case Leg.Lexical lexical -> lexical(lexical, filter, most);
      case Leg.Nearest nearest -> nearest(nearest, filter, most);
    };
  }

  private List<Hit> lexical(Leg.Lexical leg, Filter filter, int k) throws IOException {
    List<Hit> hits = new ArrayList<>();
    var found = view.searcher().search(Queries.lexical(leg, filter), k, BEST_FIRST);
    for (ScoreDoc scored : found.scoreDocs) {
      hits.add(hit(scored.doc, (float) ((FieldDoc) scored).fields[0]));
    }
    return List.copyOf(hits);
  }

  private List<Hit> nearest(Leg.Nearest leg, Filter filter, int k) throws IOException {
    List<Hit> hits = new ArrayList<>();
    var query = Queries.nearest(leg, filter, k, view.reader().numDocs());
    ScoreDoc[] found = view.searcher().search(query, query.getK()).scoreDocs;
    float[] asked = Vectors.unit(leg.vector());
    for (ScoreDoc scored : found) {
      hits.add(hit(scored.doc, cosine(scored.doc, Fields.vector(leg.space()), asked)));
    }
    hits.sort(HITS);
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
  }

  /** The graph's own scores are of vectors with rounded numbers. */
  private double cosine(int document, String field, float[] asked) throws IOException {
    List<LeafReaderContext> leaves = view.reader().leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(document, leaves));
    FloatVectorValues values = context.reader().getFloatVectorValues(field);
    var each = values.iterator();
    each.advance(document - context.docBase);
    return VectorUtil.dotProduct(asked, values.vectorValue(each.index()));
  }

  private Hit hit(int document, double score) throws IOException {
    List<LeafReaderContext> leaves = view.reader().leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(document, leaves));
    LeafReader leaf = context.reader();
    int inLeaf = document - context.docBase;
    var head = Loading.head(leaf, inLeaf);
    var chunk = Loading.chunk(leaf, inLeaf);
    return new Hit(new Passage(head.id(), head.revision(), head.origin(), chunk), score);
  }
}
