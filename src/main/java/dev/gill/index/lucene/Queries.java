package dev.gill.index.lucene;

import dev.gill.index.Bm25;
import dev.gill.index.Filter;
import dev.gill.index.Leg;
import dev.gill.model.Language;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

/** Turns legs and filters into Lucene's queries. */
final class Queries {
  /** BM25 as the engine's SPI has it. */
  static final Similarity SIMILARITY = new BM25Similarity((float) Bm25.K1, (float) Bm25.B);

  /** Two fields a language; together they stay below the clauses that Lucene allows a query. */
  private static final int MAX_TERMS = 240;

  /** Asking the graph for fewer than this loses neighbours: 4 in 100 at 50, 2 at 100. */
  private static final int MIN_NEIGHBOURS = 100;

  private Queries() {}

  /** Chunks with any of the words, scored by those that they have. */
  static Query lexical(Leg.Lexical leg, Filter filter) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    boolean empty = true;
    for (Language language : Language.values()) {
      Set<String> terms = Analysis.INSTANCE.terms(language, leg.text());
      Iterator<String> each = terms.iterator();
      for (int i = 0; i < MAX_TERMS && each.hasNext(); i++) {
        String term = each.next();
        Query inText = new TermQuery(new Term(Fields.text(language), term));
        Query inHeadings = new TermQuery(new Term(Fields.headings(language), term));
        any.add(inText, Occur.SHOULD);
        any.add(new BoostQuery(inHeadings, (float) Bm25.HEADING_WEIGHT), Occur.SHOULD);
        empty = false;
      }
    }
    if (empty) {
      return new MatchNoDocsQuery("no words to search for");
    }
    BooleanQuery.Builder allowed = new BooleanQuery.Builder();
    allowed.add(any.build(), Occur.MUST);
    allowed.add(allowed(filter), Occur.FILTER);
    return allowed.build();
  }

  /** The nearest chunks among those allowed; at least {@code k}, if there are as many. */
  static KnnFloatVectorQuery nearest(Leg.Nearest leg, Filter filter, int k, int chunks) {
    int neighbours = Math.max(1, Math.min(chunks, Math.max(k, MIN_NEIGHBOURS)));
    return new KnnFloatVectorQuery(
        Fields.vector(leg.space()), Vectors.unit(leg.vector()), neighbours, allowed(filter));
  }

  /** What the filter lets through. */
  private static Query allowed(Filter filter) {
    Query readable = new TermInSetQuery(Fields.AUDIENCE, Fields.readable(filter.reader().groups()));
    if (filter.sources().isEmpty()) {
      return new Allowed(readable);
    }
    Query asked =
        new TermInSetQuery(
            Fields.CHUNK_SOURCE,
            filter.sources().stream().map(source -> new BytesRef(source.name())).toList());
    return new Allowed(
        new BooleanQuery.Builder().add(readable, Occur.FILTER).add(asked, Occur.FILTER).build());
  }
}
