package dev.gill.index;

import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import java.util.Objects;
import java.util.Set;

/**
 * What a search may see; it is applied inside the engine, before the k best are chosen.
 *
 * @param reader meets only what lies in scopes that they may read, as the snapshot knows them
 * @param restriction to some of it
 */
public record Filter(Reader reader, Restriction restriction) {
  public Filter {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(restriction, "restriction");
  }

  /** What a reader may read of some sources; of all if there are none. */
  public Filter(Reader reader, Set<SourceId> sources) {
    this(reader, Restriction.to(sources));
  }

  /** All that a reader may read. */
  public static Filter of(Reader reader) {
    return new Filter(reader, Restriction.none());
  }
}
