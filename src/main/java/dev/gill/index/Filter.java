package dev.gill.index;

import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import java.util.Objects;
import java.util.Set;

/**
 * What a search may see; it is applied inside the engine, before the k best are chosen.
 *
 * @param reader meets only what lies in scopes that they may read, as the snapshot knows them
 * @param sources only these; all if empty
 */
public record Filter(Reader reader, Set<SourceId> sources) {
  public Filter {
    Objects.requireNonNull(reader, "reader");
    sources = Set.copyOf(sources);
  }

  /** All that a reader may read. */
  public static Filter of(Reader reader) {
    return new Filter(reader, Set.of());
  }
}
