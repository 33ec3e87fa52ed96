package dev.gill.index;

import dev.gill.model.Chunk;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a document or of a section in it.
 *
 * @param headings the path, outermost first; empty where the document begins without one
 * @param start where its first chunk begins in the canonical text
 */
public record Section(DocHead head, List<String> headings, int start) {
  public Section {
    headings = List.copyOf(headings);
  }

  /** The section that a chunk of a document lies in. */
  public static Section of(DocHead head, Chunk chunk) {
    return new Section(head, chunk.headings(), chunk.start());
  }

  /**
   * The lines by which the beginning of a section is found: its headings that the chunk before does
   * not have, and the document's title at its first chunk. Empty where nothing begins.
   *
   * @param before the headings of the chunk before; null at the first chunk
   */
  public static List<String> beginning(DocHead head, List<String> before, Chunk chunk) {
    List<String> lines = new ArrayList<>();
    if (before == null) {
      lines.add(head.origin().title());
    }
    List<String> path = chunk.headings();
    int same = 0;
    while (before != null
        && same < Math.min(before.size(), path.size())
        && before.get(same).equals(path.get(same))) {
      same++;
    }
    path.stream().skip(same).filter(heading -> !lines.contains(heading)).forEach(lines::add);
    return lines;
  }
}
