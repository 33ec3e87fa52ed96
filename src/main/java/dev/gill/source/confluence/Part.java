package dev.gill.source.confluence;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next what asks for the next one; empty at the end
 */
record Part<T>(List<T> items, Optional<String> next) {
  Part {
    items = List.copyOf(items);
  }
}
