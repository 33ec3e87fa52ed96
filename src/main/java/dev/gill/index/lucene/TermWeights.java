package dev.gill.index.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.index.Bm25;
import dev.gill.model.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The weights of one language's terms in one view. They are asked for sentence by sentence, mostly
 * for the same terms, and finding a term in every segment is what costs, so they are remembered.
 */
final class TermWeights {
  private static final int MOST = 50_000;

  private final IndexReader reader;
  private final Language language;
  private final Cache<String, Double> known =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  TermWeights(IndexReader reader, Language language) {
    this.reader = reader;
    this.language = language;
  }

  /** The weight of each term of a text, in the order of the text. */
  Map<String, Double> of(String text) throws IOException {
    Set<String> terms = Analysis.INSTANCE.terms(language, text);
    Map<String, Double> weights = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String term : terms) {
      Double weight = known.getIfPresent(term);
      weights.put(term, weight);
      if (weight == null) {
        unknown.add(term);
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, Double> found = look(unknown);
      weights.putAll(found);
      known.putAll(found);
    }
    return Collections.unmodifiableMap(weights);
  }

  private Map<String, Double> look(List<String> terms) throws IOException {
    long all = 0;
    long[] having = new long[terms.size()];
    for (LeafReaderContext context : reader.leaves()) {
      Terms field = context.reader().terms(Fields.text(language));
      if (field == null) {
        continue;
      }
      all += field.getDocCount();
      TermsEnum leaf = field.iterator();
      for (int i = 0; i < having.length; i++) {
        having[i] += leaf.seekExact(new BytesRef(terms.get(i))) ? leaf.docFreq() : 0;
      }
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < having.length; i++) {
      weights.put(terms.get(i), Bm25.idf(having[i], all));
    }
    return weights;
  }
}
