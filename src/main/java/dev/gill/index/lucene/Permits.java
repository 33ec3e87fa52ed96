package dev.gill.index.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.index.Filter;
import dev.gill.model.Access;
import org.apache.lucene.search.Query;

/**
 * What filters let through, for as long as the same is known of who may read what. A question
 * searches several times with one filter, and resolving a reader to thousands of scopes takes
 * longer than a search, so the filters of the last readers are kept resolved.
 */
final class Permits {
  /** With 5,000 readable scopes one takes about 100 kB. */
  private static final int FILTERS = 100;

  private final Access access;
  private final Cache<Filter, Query> resolved =
      Caffeine.newBuilder().maximumSize(FILTERS).executor(Runnable::run).build();

  Permits(Access access) {
    this.access = access;
  }

  /** These, or new ones if something else is known now; most commits leave it as it is. */
  Permits of(Access now) {
    return now == access ? this : new Permits(now);
  }

  Query of(Filter filter) {
    return resolved.get(filter, each -> Queries.permitted(each, access));
  }
}
