package dev.gill.index;

import dev.gill.model.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The beginning of a document or of a section in it.
 *
 * @param headings the path, outermost first; empty where the document begins without one
 * @param start where its first chunk begins in the canonical text
 */
public record Section(DocHead head, List<String> headings, int start) {
  /** A file's name with an ending; the id of a message is none. */
  private static final Pattern FILE =
      Pattern.compile("[^@]*\\p{L}[^@]*\\.\\p{L}[\\p{L}\\p{N}]{0,9}");

  public Section {
    headings = List.copyOf(headings);
  }

  /** The section that a chunk of a document lies in. */
  public static Section of(DocHead head, Chunk chunk) {
    return new Section(head, chunk.headings(), chunk.start());
  }

  /** What a document is called: its title, and the name of its file if that is another. */
  public static Set<String> names(DocHead head) {
    Set<String> names = new LinkedHashSet<>();
    names.add(head.origin().title());
    String key = head.id().key();
    String last = key.substring(key.lastIndexOf('/') + 1);
    if (FILE.matcher(last).matches()) {
      names.add(last);
    }
    return names;
  }

  /**
   * The lines by which the beginning of a section is found: its headings that the chunk before does
   * not have, and at its first chunk what the document is called. Empty where nothing begins.
   *
   * @param before the headings of the chunk before; null at the first chunk
   */
  public static List<String> beginning(DocHead head, List<String> before, Chunk chunk) {
    List<String> lines = new ArrayList<>();
    if (before == null) {
      lines.addAll(names(head));
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
