package dev.gill.index.lucene;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * What a filter lets through. Few filters are in use at a time, each by every question of some
 * readers, so what they let through is remembered for each segment: a bit a chunk.
 */
final class PermittedQuery extends Query {
  private static final int FILTERS = 500;
  private static final long BYTES = 32L << 20;
  private static final int SMALLEST_SEGMENT = 500;

  /** Shared by all views, since segments outlive them. */
  static final QueryCache CACHE =
      new LRUQueryCache(
          FILTERS, BYTES, leaf -> leaf.reader().maxDoc() >= SMALLEST_SEGMENT, Float.MAX_VALUE);

  /** Remembers filters at their first use, and nothing else. */
  static final QueryCachingPolicy POLICY =
      new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {
          // Use is not counted.
        }

        @Override
        public boolean shouldCache(Query query) {
          return query instanceof PermittedQuery || isFilter(query);
        }
      };

  private final Query what;

  PermittedQuery(Query what) {
    this.what = what;
  }

  /** Searching vectors joins a filter with having a vector. */
  private static boolean isFilter(Query query) {
    return query instanceof BooleanQuery all
        && all.clauses().stream().allMatch(c -> c.occur() == BooleanClause.Occur.FILTER)
        && all.clauses().stream().anyMatch(c -> c.query() instanceof PermittedQuery);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return searcher.rewrite(what).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    what.visit(visitor.getSubVisitor(BooleanClause.Occur.FILTER, this));
  }

  @Override
  public String toString(String field) {
    return "PermittedQuery(" + what.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermittedQuery allowed && what.equals(allowed.what);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + what.hashCode();
  }
}
