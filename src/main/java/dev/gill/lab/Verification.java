package dev.gill.lab;

import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An index held against a rebuild.
 *
 * @param index digest and size of the index, for people
 * @param rebuild the same of the rebuild
 * @param differences one line for each document that differs, in order; none if they agree
 * @param reading the sources whose first pass is not over, with how many of how many documents are
 *     to come; none if anything else differs
 * @param changing documents of which only the text differs, and which read otherwise each time
 */
public record Verification(
    String index,
    String rebuild,
    List<String> differences,
    List<Reading> reading,
    List<DocId> changing) {
  /** A source that is still being read for the first time. */
  public record Reading(SourceId source, int toCome, int all) {}

  public Verification {
    reading = List.copyOf(reading);
    changing = List.copyOf(changing);
    differences = List.copyOf(differences);
  }

  /** Compares two indexes document by document, where none changes by itself. */
  public static Verification of(Snapshot index, Snapshot rebuild, Map<Language, Space> spaces) {
    return of(index, rebuild, spaces, doc -> false);
  }

  /**
   * Compares two indexes document by document.
   *
   * @param changesByItself asked of those that differ in their text alone
   */
  public static Verification of(
      Snapshot index,
      Snapshot rebuild,
      Map<Language, Space> spaces,
      Predicate<DocId> changesByItself) {
    Digest left = Digest.of(index, spaces);
    Digest right = Digest.of(rebuild, spaces);
    SortedSet<DocId> all = new TreeSet<>(left.entries().keySet());
    all.addAll(right.entries().keySet());
    List<String> differences = new ArrayList<>();
    List<DocId> changing = new ArrayList<>();
    Map<SourceId, Integer> toCome = new TreeMap<>();
    boolean otherwise = false;
    for (DocId id : all) {
      String here = left.entries().get(id);
      String there = right.entries().get(id);
      if (here == null) {
        differences.add(id + ": missing in the index");
        toCome.merge(id.source(), 1, Integer::sum);
        otherwise |= !isFirstPass(index, id.source());
      } else if (there == null) {
        differences.add(id + ": in the index, but no longer in the source");
        otherwise = true;
      } else if (here.equals(there)) {
        continue;
      } else if (Digest.likeButForText(here, there) && changesByItself.test(id)) {
        changing.add(id);
      } else {
        differences.add(id + ": " + firstDifference(here, there));
        otherwise = true;
      }
    }
    return new Verification(
        summary(left),
        summary(right),
        differences,
        otherwise ? List.of() : reading(toCome, right),
        changing);
  }

  private static List<Reading> reading(Map<SourceId, Integer> toCome, Digest rebuild) {
    List<Reading> reading = new ArrayList<>();
    toCome.forEach(
        (source, missing) -> {
          long all =
              rebuild.entries().keySet().stream().filter(id -> id.source().equals(source)).count();
          reading.add(new Reading(source, missing, (int) all));
        });
    return reading;
  }

  private static boolean isFirstPass(Snapshot index, SourceId source) {
    return index
        .ledger(source)
        .checkpoint()
        .map(point -> point.at().equals(SourceLedger.Checkpoint.NEVER))
        .orElse(true);
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
