package dev.gill.source.sweep;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was reported, and the cursor that was given out for it, as the {@link Journal} keeps them.
 */
final class Kept implements AutoCloseable {
  private final SourceId source;
  private final String choice;
  private final Path folder;
  private Reported reported = new Reported();
  private Optional<Journal> journal = Optional.empty();
  private Optional<Cursor> given = Optional.empty();

  Kept(SourceId source, String choice, Path folder) {
    this.source = source;
    this.choice = Known.digest(choice).substring(0, 8);
    this.folder = folder;
  }

  Reported reported() {
    return reported;
  }

  /** Whether that is the last cursor that was given out. */
  boolean isAt(Optional<Cursor> after) {
    return given.isPresent() && given.equals(after);
  }

  /** The last cursor that was given out. */
  Cursor cursor() {
    return given.orElseThrow();
  }

  /** Reads back what was known at a cursor. */
  void recall(Optional<Cursor> after) {
    close();
    Optional<Reported> known =
        after
            .flatMap(SweepCursor::parse)
            .flatMap(
                cursor ->
                    Journal.recall(folder, cursor.position())
                        .map(
                            reported ->
                                cursor.choice().equals(choice) ? reported : reported.unsure()));
    reported = known.orElseGet(Reported::new);
    given = known.flatMap(_ -> after);
  }

  /** Keeps in the journal and in mind what a page comes to, before it is handed out. */
  void note(Page page, boolean ends) throws IOException {
    boolean moves = !page.changes().isEmpty() || ends || given.isEmpty();
    if (!moves && page.learnt().isEmpty()) {
      return;
    }
    Map<String, Optional<Known>> learnt = page.learnt();
    if (journal.filter(open -> !open.swollen(reported)).isEmpty()) {
      if (!moves) {
        reported.apply(learnt, false); // nothing that anybody would miss; noted with the next page
        return;
      }
      close();
      journal = Optional.of(Journal.begin(folder, reported));
    }
    boolean written = false;
    try {
      journal.get().page(learnt, reported.complete() || ends, moves);
      written = true;
    } finally {
      if (!written) {
        close(); // what was half written is left behind with its file
      }
    }
    reported.apply(learnt, ends);
    SweepCursor cursor =
        new SweepCursor(
            journal.get().position(), choice, reported.documents().size(), !reported.complete());
    given = moves ? Optional.of(cursor.write()) : given;
  }

  /** What is there of each scope by what was reported. */
  List<Change> remaining(Set<Scope> scopes) {
    Map<String, Set<DocId>> living = new HashMap<>();
    reported
        .documents()
        .forEach(
            (key, known) ->
                living
                    .computeIfAbsent(known.scope(), _ -> new HashSet<>())
                    .add(new DocId(source, key)));
    return scopes.stream()
        .<Change>map(
            scope -> new Change.Remaining(scope, living.getOrDefault(scope.key(), Set.of())))
        .toList();
  }

  /** Lets go of the journal. */
  @Override
  public void close() {
    try {
      if (journal.isPresent()) {
        journal.get().close();
      }
    } catch (IOException e) {
      // Each page was forced to the disk when it was written.
    }
    journal = Optional.empty();
  }
}
