package dev.gill.index.lucene;

import dev.gill.index.IndexException;
import dev.gill.index.IndexLayoutException;
import dev.gill.index.SourceLedger;
import dev.gill.model.Cursor;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What every Lucene commit carries besides documents: layout, spaces and the sources' checkpoints.
 */
record CommitData(Set<Space> spaces, SortedMap<SourceId, SourceLedger.Checkpoint> checkpoints) {
  private static final String LAYOUT = "gill.layout";
  private static final String SPACE = "gill.space.";
  private static final String CURSOR = "gill.cursor.";
  private static final String RECIPE = "gill.recipe.";
  private static final String AT = "gill.at.";

  CommitData {
    spaces = Set.copyOf(spaces);
    checkpoints = new TreeMap<>(checkpoints);
  }

  static CommitData of(Set<Space> spaces) {
    return new CommitData(spaces, new TreeMap<>());
  }

  CommitData with(SourceId source, SourceLedger.Checkpoint checkpoint) {
    SortedMap<SourceId, SourceLedger.Checkpoint> moved = new TreeMap<>(checkpoints);
    moved.put(source, checkpoint);
    return new CommitData(spaces, moved);
  }

  CommitData without(Set<SourceId> sources) {
    SortedMap<SourceId, SourceLedger.Checkpoint> left = new TreeMap<>(checkpoints);
    left.keySet().removeAll(sources);
    return new CommitData(spaces, left);
  }

  Map<String, String> written() {
    Map<String, String> entries = new TreeMap<>();
    entries.put(LAYOUT, Fields.LAYOUT);
    spaces.forEach(space -> entries.put(SPACE + space, space.model()));
    checkpoints.forEach(
        (source, checkpoint) -> {
          entries.put(CURSOR + source, checkpoint.cursor().value());
          entries.put(RECIPE + source, checkpoint.recipe());
          entries.put(AT + source, checkpoint.at().toString());
        });
    return entries;
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @param place the folder, for the message
   * @throws IndexLayoutException if another layout wrote it
   */
  static CommitData read(Map<String, String> entries, Object place) {
    String layout = entries.getOrDefault(LAYOUT, "unknown");
    if (!layout.equals(Fields.LAYOUT)) {
      throw new IndexLayoutException(
          "the index in %s has layout %s, and this Gill reads layout %s; ./gill up builds a new one, or start the Gill that wrote it"
              .formatted(place, layout, Fields.LAYOUT));
    }
    Set<Space> spaces =
        under(SPACE, entries).entrySet().stream()
            .map(entry -> space(entry.getKey(), entry.getValue()))
            .collect(Collectors.toSet());
    SortedMap<SourceId, SourceLedger.Checkpoint> checkpoints = new TreeMap<>();
    under(CURSOR, entries)
        .forEach(
            (source, cursor) ->
                checkpoints.put(
                    new SourceId(source),
                    new SourceLedger.Checkpoint(
                        new Cursor(cursor),
                        entries.get(RECIPE + source),
                        Instant.parse(entries.get(AT + source)))));
    return new CommitData(spaces, checkpoints);
  }

  /**
   * Makes sure that the vectors in the index are those of the present models.
   *
   * @throws IndexException if they are of others
   */
  void requireSpaces(Set<Space> wanted, Object place) {
    if (!spaces.equals(wanted)) {
      throw new IndexException(
          "the index in %s was built with %s, and Gill now runs with %s; ./gill up builds a new one beside it, or restore the former models"
              .formatted(place, named(spaces), named(wanted)));
    }
  }

  private static Space space(String written, String model) {
    return new Space(model, Integer.parseInt(written.substring(model.length() + 1)));
  }

  private static String named(Set<Space> spaces) {
    Set<String> names =
        spaces.stream().map(Space::toString).collect(Collectors.toCollection(TreeSet::new));
    return names.isEmpty() ? "no model" : String.join(" and ", names);
  }

  private static Map<String, String> under(String prefix, Map<String, String> entries) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }
}
