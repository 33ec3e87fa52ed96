package dev.gill.surface.rest;

import dev.gill.model.Access;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.Set;

/**
 * What somebody may know of sources: what concerns single documents by their scopes, and what
 * concerns a source as a whole, such as how many documents it has, only if all its scopes are open
 * to them.
 */
final class Clearance {
  private final Access access;
  private final Set<Scope> readable;

  Clearance(Access access, Reader reader) {
    this.access = access;
    this.readable = access.scopes(reader);
  }

  /** Whether they may read what lies in a scope. */
  boolean reads(Scope scope) {
    return readable.contains(scope);
  }

  /** Whether they may read all that a source has. */
  boolean readsAll(SourceId source) {
    return readable.containsAll(access.of(source).audiences().keySet());
  }

  /** Whether they may read all that these sources have. */
  boolean readsAll(Set<SourceId> sources) {
    return sources.stream().allMatch(this::readsAll);
  }
}
