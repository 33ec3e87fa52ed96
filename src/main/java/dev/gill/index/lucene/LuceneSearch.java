package dev.gill.index.lucene;

import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.Leg;
import dev.gill.model.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
      float score = (float) ((FieldDoc) scored).fields[0];
      hits.add(hit(scored.doc, score, cosine(scored.doc, leg.beside())));
    }
    return List.copyOf(hits);
  }

  private List<Hit> nearest(Leg.Nearest leg, Filter filter, int k) throws IOException {
    List<Hit> hits = new ArrayList<>();
    var query = Queries.nearest(leg, filter, k, view.reader().numDocs());
    ScoreDoc[] found = view.searcher().search(query, query.getK()).scoreDocs;
    for (ScoreDoc scored : found) {
      OptionalDouble cosine = cosine(scored.doc, Optional.of(leg));
      hits.add(hit(scored.doc, cosine.orElseThrow(), cosine));
    }
    hits.sort(HITS);
    return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
  }

  /** Of the whole vectors; the graph's own scores are of such with rounded numbers. */
  private OptionalDouble cosine(int document, Optional<Leg.Nearest> asked) throws IOException {
    if (asked.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<LeafReaderContext> leaves = view.reader().leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(document, leaves));
    String field = Fields.vector(asked.get().space());
    FloatVectorValues values = context.reader().getFloatVectorValues(field);
    int inLeaf = document - context.docBase;
    if (values == null) {
      return OptionalDouble.empty();
    }
    var each = values.iterator();
    if (each.advance(inLeaf) != inLeaf) {
      return OptionalDouble.empty();
    }
    float[] unit = Vectors.unit(asked.get().vector());
    return OptionalDouble.of(VectorUtil.dotProduct(unit, values.vectorValue(each.index())));
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
