package dev.gill.index.lucene;

import dev.gill.index.IndexQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;

/**
 * The cosines between what was found and the vector that was asked with. They are of the whole
 * vectors; the graph's own scores are of such with rounded numbers.
 */
final class Cosines {
  /** Where no vector was asked with. */
  static final Cosines NONE = new Cosines("", new float[0]);

  private final String field;
  private final float[] asked;
  private final Map<Integer, Double> byDocument = new HashMap<>();

  private Cosines(String field, float[] asked) {
    this.field = field;
    this.asked = asked;
  }

  /** Reads each segment once, from its first chunk to its last, which is its cheapest order. */
  static Cosines of(IndexQuery.Nearest asked, ScoreDoc[] found, List<LeafReaderContext> leaves)
      throws IOException {
    Cosines cosines = new Cosines(Fields.vector(asked.space()), UnitVectors.unit(asked.vector()));
    int[] documents = Arrays.stream(found).mapToInt(scored -> scored.doc).sorted().toArray();
    int from = 0;
    for (LeafReaderContext leaf : leaves) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < documents.length && documents[to] < end) {
        to++;
      }
      if (to > from) {
        cosines.add(leaf, Arrays.copyOfRange(documents, from, to));
      }
      from = to;
    }
    return cosines;
  }

  private void add(LeafReaderContext leaf, int[] documents) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values == null) {
      return;
    }
    KnnVectorValues.DocIndexIterator each = values.iterator();
    for (int document : documents) {
      int wanted = document - leaf.docBase;
      int at = each.docID() < wanted ? each.advance(wanted) : each.docID();
      if (at == wanted) {
        float[] vector = values.vectorValue(each.index());
        byDocument.put(document, (double) VectorUtil.dotProduct(asked, vector));
      }
    }
  }

  /** Empty if the chunk has no vector of the question's space. */
  OptionalDouble of(int document) {
    Double cosine = byDocument.get(document);
    return cosine == null ? OptionalDouble.empty() : OptionalDouble.of(cosine);
  }
}
