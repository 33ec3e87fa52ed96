package dev.gill.sync;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.parse.ParseException;
import dev.gill.source.Change;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts changes into what must be written, what must go and what failed; what is unchanged falls
 * through.
 */
final class Sorting {
  private final Snapshot snapshot;
  private final Recipe recipe;
  private final Drafter drafter;
  private final InstantSource clock;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Set<DocId> deletes = new HashSet<>();

  Sorting(Snapshot snapshot, Recipe recipe, Drafter drafter, InstantSource clock) {
    this.snapshot = snapshot;
    this.recipe = recipe;
    this.drafter = drafter;
    this.clock = clock;
  }

  void add(Change change) {
    switch (change) {
      case Change.Upserted told -> upserted(told);
      case Change.Deleted(DocId doc) -> deleted(doc);
      case Change.Unreadable told ->
          failures.add(
              new Failure(
                  told.doc(), "", Failure.Stage.READ, told.cause(), told.scope(), clock.instant()));
      case Change.Remaining remaining -> throw new IllegalStateException("pages take these out");
    }
  }

  List<Draft> drafts() {
    return drafts;
  }

  List<Failure> failures() {
    return failures;
  }

  Set<DocId> deletes() {
    return deletes;
  }

  private void upserted(Change.Upserted told) {
    Optional<DocHead> known = snapshot.head(told.doc());
    if (known.isPresent()
        && known.get().revision().equals(told.revision())
        && known.get().recipe().equals(recipe.of(told))) {
      return;
    }
    try {
      drafts.add(drafter.draft(told));
    } catch (ParseException e) {
      failures.add(
          new Failure(
              told.doc(),
              told.revision(),
              Failure.Stage.PARSE,
              e.getMessage(),
              told.scope(),
              clock.instant()));
    }
  }

  private void deleted(DocId doc) {
    boolean known =
        snapshot.head(doc).isPresent()
            || snapshot.ledger(doc.source()).failures().stream().anyMatch(f -> f.doc().equals(doc));
    if (known) {
      deletes.add(doc);
    }
  }
}
