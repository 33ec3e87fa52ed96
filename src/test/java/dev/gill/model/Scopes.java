package dev.gill.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Scopes that tests name by their audience: one scope of a source for each. */
public final class Scopes {
  private static final Map<Scope, Audience> AUDIENCES = new ConcurrentHashMap<>();

  private Scopes() {}

  /** The scope of a document's source that has this audience. */
  public static Scope of(DocId doc, Audience audience) {
    return of(doc.source(), audience);
  }

  /** The scope of a source that has this audience. */
  public static Scope of(SourceId source, Audience audience) {
    Scope scope = new Scope(source, key(audience));
    AUDIENCES.put(scope, audience);
    return scope;
  }

  private static String key(Audience audience) {
    return audience instanceof Audience.AnyOf any
        ? any.groups().stream().map(GroupId::toString).sorted().collect(Collectors.joining("\n"))
        : "(" + audience + ")";
  }

  /** Who may read all scopes that were named so far. */
  public static Access access() {
    Access access = Access.none();
    for (Map.Entry<Scope, Audience> known : AUDIENCES.entrySet()) {
      SourceId source = known.getKey().source();
      access = access.with(source, Rights.of(known.getKey(), known.getValue()));
    }
    return access;
  }

  /** What a source that has these scopes would report of them. */
  public static Rights rights(Collection<Scope> scopes) {
    Map<Scope, Audience> known = new HashMap<>();
    for (Scope scope : scopes) {
      Audience audience = AUDIENCES.get(scope);
      if (audience != null) {
        known.put(scope, audience);
      }
    }
    return new Rights(known, Map.of());
  }
}
