package dev.gill.source.sweep;

import dev.gill.model.Scope;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All documents that are there now. The same object again says that nothing has changed since.
 *
 * @param documents by key
 * @param scopes all that there are, empty ones included
 * @param unlisted beginnings of keys that cannot be listed at the moment: what is known of them
 *     stays
 * @param closed keys of what is there and nobody may read: what is known of them goes at once
 */
public record Listing(
    SortedMap<String, Listed> documents,
    Set<Scope> scopes,
    Set<String> unlisted,
    Set<String> closed) {
  public Listing {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    scopes = Set.copyOf(scopes);
    unlisted = Set.copyOf(unlisted);
    closed = Set.copyOf(closed);
  }

  /** Where nothing is known to be there that nobody may read. */
  public Listing(SortedMap<String, Listed> documents, Set<Scope> scopes, Set<String> unlisted) {
    this(documents, scopes, unlisted, Set.of());
  }

  /** Whether what is known under this key stays although it is not listed. */
  boolean keeps(String key) {
    return unlisted.stream().anyMatch(key::startsWith);
  }
}
