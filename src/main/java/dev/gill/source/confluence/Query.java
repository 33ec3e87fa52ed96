package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.util.Optional;

/** A list that comes in parts, a request each. */
@FunctionalInterface
interface Query {
  /**
   * Asks for one part.
   *
   * @param next as the part before gave it; empty for the first
   */
  Part<Item> ask(Optional<String> next) throws SourceException, InterruptedException;
}
