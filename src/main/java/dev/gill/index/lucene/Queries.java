package dev.gill.index.lucene;

import dev.gill.index.Bm25;
import dev.gill.index.Filter;
import dev.gill.index.IndexQuery;
import dev.gill.index.Renderings;
import dev.gill.model.Access;
import dev.gill.model.Language;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
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
  static Query lexical(IndexQuery.Lexical asked, Query permitted) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Language language : Language.values()) {
      Analysis.INSTANCE.terms(language, asked.text()).stream()
          .limit(MAX_TERMS)
          .forEach(term -> add(any, language, term, 1));
    }
    return having(any.build(), permitted);
  }

  /** Chunks of one language with any of the renderings, scored by those that they have. */
  static Query rendered(IndexQuery.Rendered asked, Query permitted, IndexReader reader)
      throws IOException {
    Language language = asked.language();
    Set<String> known = new HashSet<>();
    for (List<String> renderings : asked.words()) {
      for (String rendering : renderings) {
        for (String term : Analysis.INSTANCE.terms(language, rendering)) {
          if (reader.docFreq(new Term(Fields.text(language), term)) > 0) {
            known.add(term);
          }
        }
      }
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    Renderings.weights(
            asked.words(), text -> Analysis.INSTANCE.terms(language, text), known::contains)
        .entrySet()
        .stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(2 * MAX_TERMS)
        .forEach(term -> add(any, language, term.getKey(), term.getValue()));
    return having(any.build(), permitted);
  }

  private static void add(BooleanQuery.Builder any, Language language, String term, double weight) {
    Query inText = new TermQuery(new Term(Fields.text(language), term));
    Query inHeadings = new TermQuery(new Term(Fields.headings(language), term));
    any.add(new BoostQuery(inText, (float) weight), Occur.SHOULD);
    any.add(new BoostQuery(inHeadings, (float) (weight * Bm25.HEADING_WEIGHT)), Occur.SHOULD);
  }

  private static Query having(BooleanQuery any, Query permitted) {
    if (any.clauses().isEmpty()) {
      return new MatchNoDocsQuery("no words to search for");
    }
    BooleanQuery.Builder allowed = new BooleanQuery.Builder();
    allowed.add(any, Occur.MUST);
    allowed.add(permitted, Occur.FILTER);
    return allowed.build();
  }

  /** The nearest chunks among those allowed; at least {@code k}, if there are as many. */
  static KnnFloatVectorQuery nearest(IndexQuery.Nearest asked, Query permitted, int k, int chunks) {
    int neighbours = Math.max(1, Math.min(chunks, Math.max(k, MIN_NEIGHBOURS)));
    return new KnnFloatVectorQuery(
        Fields.vector(asked.space()), UnitVectors.unit(asked.vector()), neighbours, permitted);
  }

  /** What the filter lets through. */
  static Query permitted(Filter filter, Access access) {
    Query readable = new TermInSetQuery(Fields.SCOPE, Fields.terms(access.scopes(filter.reader())));
    Restriction restriction = filter.restriction();
    if (restriction.equals(Restriction.none())) {
      return new PermittedQuery(readable);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(readable, Occur.FILTER);
    if (!restriction.sources().isEmpty()) {
      all.add(ofSources(Fields.CHUNK_SOURCE, restriction.sources()), Occur.FILTER);
    }
    if (restriction.isDated()) {
      all.add(
          LongPoint.newRangeQuery(Fields.WRITTEN, first(restriction), last(restriction)),
          Occur.FILTER);
    }
    return new PermittedQuery(all.build());
  }

  /** Heads of all documents that the filter lets through. */
  static Query permittedHeads(Filter filter, Access access) {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(
                new TermInSetQuery(Fields.HEAD_SCOPE, Fields.terms(access.scopes(filter.reader()))),
                Occur.FILTER);
    Restriction restriction = filter.restriction();
    if (!restriction.sources().isEmpty()) {
      all.add(ofSources(Fields.HEAD_SOURCE, restriction.sources()), Occur.FILTER);
    }
    if (restriction.isDated()) {
      all.add(
          NumericDocValuesField.newSlowRangeQuery(
              Fields.HEAD_WRITTEN, first(restriction), last(restriction)),
          Occur.FILTER);
    }
    return all.build();
  }

  private static Query ofSources(String field, Set<SourceId> sources) {
    return new TermInSetQuery(
        field, sources.stream().map(source -> new BytesRef(source.name())).toList());
  }

  private static long first(Restriction restriction) {
    return restriction.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  private static long last(Restriction restriction) {
    return restriction.before().map(end -> end.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
  }
}
