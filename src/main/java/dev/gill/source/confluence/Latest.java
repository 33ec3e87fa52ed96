package dev.gill.source.confluence;

import java.util.List;
import java.util.Objects;

/**
 * Lists of what was changed last, latest first.
 *
 * @param pages pages, to be asked for at each look
 * @param all whether these are of all spaces
 * @param others what may take turns
 */
record Latest(Query pages, boolean all, List<Query> others) {
  Latest {
    Objects.requireNonNull(pages, "pages");
    others = List.copyOf(others);
  }
}
