package dev.gill.lab;

import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An index held against a rebuild.
 *
 * @param index digest and size of the index, for people
 * @param rebuild the same of the rebuild
 * @param differences one line for each document that differs, in order; none if they agree
 */
public record Verification(String index, String rebuild, List<String> differences) {
  public Verification {
    differences = List.copyOf(differences);
  }

  /** Compares two indexes document by document. */
  public static Verification of(Snapshot index, Snapshot rebuild, Map<Language, Space> spaces) {
    Digest left = Digest.of(index, spaces);
    Digest right = Digest.of(rebuild, spaces);
    SortedSet<DocId> all = new TreeSet<>(left.entries().keySet());
    all.addAll(right.entries().keySet());
    List<String> differences = new ArrayList<>();
    for (DocId id : all) {
      String here = left.entries().get(id);
      String there = right.entries().get(id);
      if (here == null) {
        differences.add(id + ": missing in the index");
      } else if (there == null) {
        differences.add(id + ": in the index, but no longer in the source");
      } else if (!here.equals(there)) {
        differences.add(id + ": " + firstDifference(here, there));
      }
    }
    return new Verification(summary(left), summary(right), differences);
  }

  /** Whether the index holds exactly what the rebuild holds. */
  public boolean agrees() {
    return differences.isEmpty();
  }

  private static String summary(Digest digest) {
    return "%s: %,d documents, %,d chunks"
        .formatted(digest.hex(), digest.entries().size(), digest.chunks());
  }

  private static String firstDifference(String here, String there) {
    List<String> left = here.lines().toList();
    List<String> right = there.lines().toList();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return "the index says '%s', a rebuild '%s'".formatted(left.get(i), right.get(i));
      }
    }
    return "the index has %d chunks, a rebuild %d".formatted(chunks(left), chunks(right));
  }

  private static long chunks(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("chunk ")).count();
  }
}
