package dev.gill.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Changes;
import dev.gill.index.Changeset;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.model.Anchor;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Person;
import dev.gill.model.Place;
import dev.gill.model.Rights;
import dev.gill.model.Scopes;
import dev.gill.model.Space;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An index held against a rebuild: what is told, and how, when the two differ. */
class VerificationTest {
  private static final Map<Language, Space> SPACES =
      Map.of(Language.ENGLISH, Samples.EN, Language.CHINESE, Samples.ZH);
  private static final Origin ORIGIN = new Origin("http://wiki/a", "Titel", "author", Samples.NOON);

  private static Verification verify(Changeset index, Changeset rebuild) {
    try (IndexEngine left = new MemoryEngine();
        IndexEngine right = new MemoryEngine()) {
      left.commit(index);
      right.commit(rebuild);
      try (Snapshot here = left.snapshot();
          Snapshot there = right.snapshot()) {
        return Verification.of(here, there, SPACES);
      }
    }
  }

  private static Verification verify(DocWrite index, DocWrite rebuild) {
    return verify(Changes.write(index).upTo("1"), Changes.write(rebuild).upTo("2"));
  }

  private static DocHead head(String revision, Audience audience, Origin origin) {
    return new DocHead(
        Samples.id("a.md"), revision, origin, Scopes.of(Samples.WIKI, audience), Samples.RECIPE);
  }

  private static DocHead head() {
    return head("r1", Samples.EVERYONE, ORIGIN);
  }

  private static DocWrite at(int line, String... headings) {
    List<Anchor> anchors = List.of(new Anchor(0, new Place.Line(line)));
    Chunk chunk = Chunk.of(0, "one chunk", List.of(headings), anchors);
    return new DocWrite(head(), "one chunk", List.of(Samples.embedded(chunk)));
  }

  private static void assertTold(Verification verification, String... words) {
    assertThat(verification.agrees()).isFalse();
    assertThat(verification.differences()).hasSize(1);
    assertThat(verification.differences().getFirst()).startsWith("wiki:a.md: ").contains(words);
    assertThat(verification.index().substring(0, 32))
        .isNotEqualTo(verification.rebuild().substring(0, 32));
  }

  @Test
  void whatAFirstPassHasNotReadYetIsToComeAndNotMissing() {
    try (IndexEngine left = new MemoryEngine();
        IndexEngine right = new MemoryEngine()) {
      left.commit(
          Changes.write(Samples.doc("a.md", "one")).upTo("1", SourceLedger.Checkpoint.NEVER));
      right.commit(
          Changes.write(
                  Samples.doc("a.md", "one"), Samples.doc("b.md", "two"), Samples.doc("c.md", "3"))
              .upTo("x"));
      try (Snapshot here = left.snapshot();
          Snapshot there = right.snapshot()) {
        assertThat(Verification.of(here, there, SPACES).reading())
            .containsExactly(new Verification.Reading(Samples.WIKI, 2, 3));
      }
      left.commit(Changes.write(Samples.doc("a.md", "one")).upTo("x"));
      try (Snapshot here = left.snapshot();
          Snapshot there = right.snapshot()) {
        Verification verification = Verification.of(here, there, SPACES);
        assertThat(verification.reading()).isEmpty();
        assertThat(verification.differences()).hasSize(2);
      }
    }
  }

  @Test
  void equalIndexesAgreeWhateverWayTheyCameAbout() {
    try (IndexEngine left = new MemoryEngine();
        IndexEngine right = new MemoryEngine()) {
      left.commit(Changes.write(Samples.doc("gone.md", "gone")).upTo("1"));
      left.commit(Changes.write(Samples.doc("a.md", "old"), Samples.doc("b.md", "数据库")).upTo("2"));
      left.commit(
          Changes.write(Samples.doc("a.md", "new")).delete(Samples.id("gone.md")).upTo("3"));
      right.commit(Changes.write(Samples.doc("b.md", "数据库"), Samples.doc("a.md", "new")).upTo("x"));
      try (Snapshot here = left.snapshot();
          Snapshot there = right.snapshot()) {
        Verification verification = Verification.of(here, there, SPACES);
        assertThat(verification.agrees()).isTrue();
        assertThat(verification.index())
            .isEqualTo(verification.rebuild())
            .matches("[0-9a-f]{32}: 2 documents, 2 chunks");
      }
    }
  }

  @Test
  void emptyIndexesAgree() {
    Verification verification =
        verify(Changes.of(Samples.WIKI).upTo("1"), Changes.of(Samples.WIKI).upTo("2"));
    assertThat(verification.agrees()).isTrue();
    assertThat(verification.index()).endsWith(": 0 documents, 0 chunks");
  }

  @Test
  void tellsOfAMissingDocument() {
    Verification verification =
        verify(
            Changes.of(Samples.WIKI).upTo("1"),
            Changes.write(Samples.doc("a.md", "text")).upTo("1"));
    assertTold(verification, "missing in the index");
  }

  @Test
  void tellsOfADocumentThatShouldBeGone() {
    Verification verification =
        verify(
            Changes.write(Samples.doc("a.md", "text")).upTo("1"),
            Changes.of(Samples.WIKI).upTo("1"));
    assertTold(verification, "in the index, but no longer in the source");
  }

  @Test
  void tellsOfAnotherRevision() {
    DocWrite index = Samples.doc(head("r1", Samples.EVERYONE, ORIGIN), "text");
    DocWrite rebuild = Samples.doc(head("r2", Samples.EVERYONE, ORIGIN), "text");
    assertTold(verify(index, rebuild), "the index says 'revision r1'", "a rebuild 'revision r2'");
  }

  @Test
  void tellsOfAnotherAudience() {
    DocWrite index = Samples.doc(head(), "text");
    DocWrite rebuild = Samples.doc(head("r1", Samples.groups("hr", "leads"), ORIGIN), "text");
    assertTold(verify(index, rebuild), "'audience everyone'", "'audience hr,leads'");
  }

  @Test
  void aDocumentThatReadsOtherwiseEachTimeIsNoDifferenceButALostEditOfItIs() {
    DocWrite index = Samples.doc(head("r1-a", Samples.EVERYONE, ORIGIN), "It is ten.");
    DocWrite read = Samples.doc(head("r1-b", Samples.EVERYONE, ORIGIN), "It is noon.");
    Origin later = new Origin(ORIGIN.link(), ORIGIN.title(), ORIGIN.author(), Instant.MAX);
    DocWrite edited = Samples.doc(head("r2-b", Samples.EVERYONE, later), "It is noon.");

    assertThat(verifyChanging(index, read).agrees()).isTrue();
    assertThat(verifyChanging(index, read).changing()).hasSize(1);
    assertThat(verifyChanging(index, edited).agrees()).isFalse();
    assertThat(verify(index, read).agrees()).isFalse();
  }

  private static Verification verifyChanging(DocWrite index, DocWrite rebuild) {
    try (IndexEngine left = new MemoryEngine();
        IndexEngine right = new MemoryEngine()) {
      left.commit(Changes.write(index).upTo("1"));
      right.commit(Changes.write(rebuild).upTo("1"));
      try (Snapshot here = left.snapshot();
          Snapshot there = right.snapshot()) {
        return Verification.of(here, there, SPACES, doc -> true);
      }
    }
  }

  @Test
  void tellsOfAnotherMemberOfAGroupThatReadsIt() {
    assertTold(
        verify(readBy("mira"), readBy("mira", "jonas")),
        "'members {wiki:staff=[[wiki:mira]]}'",
        "'members {wiki:staff=[[wiki:jonas], [wiki:mira]]}'");
  }

  private static Changeset readBy(String... members) {
    GroupId staff = new GroupId("wiki", "staff");
    Audience audience = new Audience.AnyOf(Set.of(staff));
    Set<Person> people =
        Arrays.stream(members)
            .map(name -> Person.of(new Identity("wiki", name)))
            .collect(Collectors.toSet());
    Changeset written = Changes.write(Samples.doc(head("r1", audience, ORIGIN), "text")).upTo("1");
    return new Changeset(
        written.source(),
        written.writes(),
        written.deletes(),
        written.failures(),
        written.rights().and(new Rights(Map.of(), Map.of(staff, people))),
        written.checkpoint());
  }

  @Test
  void tellsOfAnotherLinkTitleOrAuthor() {
    for (Origin other :
        List.of(
            new Origin("http://wiki/other", "Titel", "author", Samples.NOON),
            new Origin("http://wiki/a", "Other", "author", Samples.NOON),
            new Origin("http://wiki/a", "Titel", "other", Samples.NOON),
            new Origin("http://wiki/a", "Titel", "author", Samples.NOON.plusSeconds(1)))) {
      DocWrite rebuild = Samples.doc(head("r1", Samples.EVERYONE, other), "text");
      assertTold(
          verify(Samples.doc(head(), "text"), rebuild),
          "origin",
          ORIGIN.toString(),
          other.toString());
    }
  }

  @Test
  void tellsOfAnotherPlaceInTheOriginal() {
    assertTold(verify(at(3, "Restore"), at(4, "Restore")), "chunk 0-9", "line 3", "line 4");
    assertTold(verify(at(3, "Restore"), at(3, "Backup")), "under [Restore]", "under [Backup]");
  }

  @Test
  void tellsOfAnotherText() {
    assertTold(verify(Samples.doc(head(), "old"), Samples.doc(head(), "new")), "text ");
  }

  @Test
  void tellsOfAnotherCut() {
    DocWrite whole = Samples.doc(head(), "one", "two");
    DocWrite half = new DocWrite(head(), whole.text(), whole.chunks().subList(0, 1));
    assertTold(verify(half, whole), "the index has 1 chunks, a rebuild 2");
  }

  @Test
  void tellsOfAMissingVector() {
    Chunk chunk = Chunk.of(0, "text", List.of(), List.of());
    Embedded elsewhere = new Embedded(chunk, Samples.ZH, Samples.vector(Samples.ZH, "text"));
    DocWrite index = new DocWrite(head(), "text", List.of(elsewhere));
    DocWrite rebuild = new DocWrite(head(), "text", List.of(Samples.embedded(chunk)));
    assertTold(verify(index, rebuild), "without a vector", "in test-en/8");
  }

  @Test
  void tellsOfAFailure() {
    Changeset failed =
        Changes.of(Samples.WIKI).fail(Samples.failure("a.md", "The file is broken.")).upTo("1");
    Changeset held = Changes.write(Samples.doc("a.md", "text")).upTo("1");
    assertTold(verify(held, failed), "failed at PARSE: The file is broken.");
    assertTold(
        verify(
            failed,
            Changes.of(Samples.WIKI).fail(Samples.failure("a.md", "It is locked.")).upTo("1")),
        "The file is broken.",
        "It is locked.");
  }

  @Test
  void tellsOfEveryDocumentInOrder() {
    Verification verification =
        verify(
            Changes.write(Samples.doc("c.md", "old"), Samples.doc("a.md", "text")).upTo("1"),
            Changes.write(Samples.doc("c.md", "new"), Samples.doc("b.md", "text")).upTo("1"));
    assertThat(verification.differences())
        .extracting(line -> line.substring(0, 10))
        .containsExactly("wiki:a.md:", "wiki:b.md:", "wiki:c.md:");
  }
}
