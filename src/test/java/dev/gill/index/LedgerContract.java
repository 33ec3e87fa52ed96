package dev.gill.index;

import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.NOON;
import static dev.gill.index.Samples.RECIPE;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.failure;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a source as a whole moves with its documents. */
interface LedgerContract extends WithEngine {
  @Test
  default void aSourceThatLeftNothingHasAnEmptyLedger() {
    assertThat(ledger(WIKI)).isEqualTo(SourceLedger.empty());
  }

  @Test
  default void theCursorComesWithTheChangesThatLedToIt() {
    engine().commit(Changes.write(doc("a", "one", "two"), doc("b", "three")).upTo("c1"));
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.checkpoint())
        .contains(new SourceLedger.Checkpoint(new Cursor("c1"), RECIPE, NOON));
    assertThat(ledger.documents()).isEqualTo(2);
    assertThat(ledger.chunks()).isEqualTo(3);
    assertThat(ledger.failures()).isEmpty();
  }

  @Test
  default void theCursorMovesWithoutAnyChange() {
    engine().commit(Changes.write(doc("a", "one")).upTo("c1"));
    engine().commit(Changes.of(WIKI).upTo("{\"odd\": \"值\n\"}", NOON.plusSeconds(60)));
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.checkpoint())
        .contains(
            new SourceLedger.Checkpoint(
                new Cursor("{\"odd\": \"值\n\"}"), RECIPE, NOON.plusSeconds(60)));
    assertThat(ledger.documents()).isEqualTo(1);
  }

  @Test
  default void eachSourceHasACursorAndCountsOfItsOwn() {
    SourceId git = new SourceId("wiki.git-2_x");
    engine().commit(Changes.write(doc("a", "one", "two")).upTo("wiki at 5"));
    engine()
        .commit(Changes.of(git).and(doc(headOf(new DocId(git, "a"), "r", EVERYONE), "x")).upTo(""));
    SourceLedger ofGit = ledger(git);
    assertThat(ofGit.checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor(""));
    assertThat(ofGit.chunks()).isEqualTo(1);
    SourceLedger ofWiki = ledger(WIKI);
    assertThat(ofWiki.checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("wiki at 5"));
    assertThat(ofWiki.chunks()).isEqualTo(2);
    assertThat(sources()).containsExactly(WIKI, git);
  }

  @Test
  default void countsFollowRewritesAndDeletes() {
    commit(Changes.write(doc("a", "one", "two"), doc("b", "three")));
    commit(Changes.write(doc("a", "one", "two", "four")).delete(id("b")));
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.documents()).isEqualTo(1);
    assertThat(ledger.chunks()).isEqualTo(3);
  }

  @Test
  default void aFailureComesInPlaceOfTheDocument() {
    commit(Changes.write(doc("a", "salmon"), doc("b", "trout")));
    Failure failure = failure("a", "the file is encrypted; save it without a password");
    commit(Changes.of(WIKI).fail(failure));
    assertThat(document(id("a"))).isEmpty();
    assertThat(head(id("a"))).isEmpty();
    assertThat(search(Samples.words("salmon"), Samples.ANYONE, 5)).isEmpty();
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.documents()).isEqualTo(1);
    assertThat(ledger.chunks()).isEqualTo(1);
    assertThat(ledger.failures()).containsExactly(failure);
  }

  @Test
  default void failuresAreListedInOrderAndReplaceEachOther() {
    Failure ofZ = failure("z", "empty");
    Failure again = failure("b", "broken again");
    commit(Changes.of(WIKI).fail(ofZ, failure("b", "broken")));
    commit(Changes.of(WIKI).fail(again));
    assertThat(ledger(WIKI).failures()).containsExactly(again, ofZ);
    assertThat(documents(WIKI)).isEmpty();
  }

  @Test
  default void aFailureOfEveryoneAndOfNoRevisionIsKept() {
    Failure failure =
        new Failure(
            id("页 1"), "", Failure.Stage.READ, "kein Zugriff", Scopes.of(WIKI, EVERYONE), NOON, "");
    commit(Changes.of(WIKI).fail(failure));
    assertThat(ledger(WIKI).failures()).containsExactly(failure);
    assertThat(sources()).containsExactly(WIKI);
  }

  @Test
  default void aWriteClearsTheFailure() {
    commit(Changes.of(WIKI).fail(failure("a", "broken"), failure("b", "broken")));
    commit(Changes.write(doc("a", "mended")));
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.failures()).extracting(Failure::doc).containsExactly(id("b"));
    assertThat(ledger.documents()).isEqualTo(1);
  }

  @Test
  default void aDeleteClearsTheFailure() {
    commit(Changes.write(doc("next", "unharmed")).fail(failure("a", "broken")));
    commit(Changes.of(WIKI).delete(id("a")));
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.failures()).isEmpty();
    assertThat(ledger.documents()).isEqualTo(1);
  }

  @Test
  default void whatFailsAndIsWrittenInOneChangesetIsThere() {
    commit(Changes.write(doc("a", "fine")).fail(failure("a", "broken")));
    assertThat(ledger(WIKI).failures()).isEmpty();
    assertThat(document(id("a"))).isPresent();
  }

  @Test
  default void aSourceWhoseDocumentsAreGoneKeepsItsCursor() {
    commit(Changes.write(doc("a", "one")));
    engine().commit(Changes.of(WIKI).delete(id("a")).upTo("c2"));
    assertThat(sources()).containsExactly(WIKI);
    SourceLedger ledger = ledger(WIKI);
    assertThat(ledger.checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("c2"));
    assertThat(ledger.documents()).isZero();
    assertThat(ledger.chunks()).isZero();
  }

  @Test
  default void aSourceThatIsDroppedLeavesNothingAndTakesNothingOfOthersAlong() {
    SourceId git = new SourceId("wiki.git");
    DocId kept = new DocId(git, "a");
    engine().commit(Changes.write(doc("a", "salmon"), doc("b", "trout")).upTo("wiki at 5"));
    engine().commit(Changes.of(WIKI).fail(failure("c", "broken")).upTo("wiki at 6"));
    engine().commit(Changes.of(git).and(doc(headOf(kept, "r", EVERYONE), "pike")).upTo("git at 1"));

    engine().drop(Set.of(WIKI));

    assertThat(sources()).containsExactly(git);
    assertThat(ledger(WIKI)).isEqualTo(SourceLedger.empty());
    assertThat(documents(WIKI)).isEmpty();
    assertThat(document(id("a"))).isEmpty();
    assertThat(head(id("a"))).isEmpty();
    assertThat(search(Samples.words("salmon trout"), Samples.ANYONE, 5)).isEmpty();
    assertThat(search(Samples.words("pike"), Samples.ANYONE, 5)).hasSize(1);
    assertThat(ledger(git).checkpoint().orElseThrow().cursor()).isEqualTo(new Cursor("git at 1"));
    assertThat(document(kept)).isPresent();
  }

  @Test
  default void aSourceThatWasDroppedMayComeAgain() {
    commit(Changes.write(doc("a", "salmon")));
    engine().drop(Set.of(WIKI, new SourceId("unheard-of")));
    commit(Changes.write(doc("b", "trout")));

    assertThat(documents(WIKI)).containsExactly(id("b"));
    assertThat(search(Samples.words("salmon trout"), Samples.ANYONE, 5)).hasSize(1);
  }

  @Test
  default void whoLooksAlreadyStillSeesWhatIsDroppedAndFindsItsVectors() {
    commit(Changes.write(doc("a", "salmon")));
    try (Snapshot before = engine().snapshot()) {
      engine().drop(Set.of(WIKI));
      Fingerprint salmon = Fingerprint.of("salmon");
      assertThat(before.vectors(Samples.EN, Set.of(salmon))).containsKey(salmon);
      assertThat(vectors(Samples.EN, Set.of(salmon))).isEmpty();
    }
  }
}
