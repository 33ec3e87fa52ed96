package dev.gill.index.lucene;

import dev.gill.index.Filter;
import dev.gill.model.Access;
import org.apache.lucene.search.Query;

/**
 * What filters let through, for one snapshot. A question searches several times with one filter,
 * and resolving a reader to thousands of scopes takes longer than a search, so the last filter is
 * kept resolved.
 */
final class Permits {
  private record Resolved(Filter filter, Query query) {}

  private final Access access;
  private volatile Resolved last;

  Permits(Access access) {
    this.access = access;
  }

  Query of(Filter filter) {
    Resolved known = last;
    if (known == null || !known.filter().equals(filter)) {
      known = new Resolved(filter, Queries.permitted(filter, access));
      last = known;
    }
    return known.query();
  }
}
