package dev.gill.retrieve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.index.IndexException;
import dev.gill.index.Samples;
import dev.gill.model.Audience;
import dev.gill.model.Citation;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a question to passages, over an index in memory. */
class RetrieverTest {
  private static final Audience HR = Samples.groups("hr");
  private static final String RESTORE =
      """
      # Restore

      To restore the database, stop the writers and play the snapshot back. It is kept in the
      storage account of the platform team for thirty days. Count the rows before you let the
      writers in again, and tell the channel that the service is back.
      """;

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private List<Scored> ask(String question, Reader reader, int k) throws InterruptedException {
    try (Evidence evidence = shelf.retriever().retrieve(new Question(question, reader), k)) {
      return evidence.passages();
    }
  }

  private List<String> keys(String question, String... groups) throws InterruptedException {
    return Found.keys(ask(question, Reader.member(groups), 10));
  }

  @Test
  void findsThePassageByWordsAndByNearness() throws InterruptedException {
    shelf.put("wiki:restore.md", RESTORE).put("wiki:leave.md", "# Leave\n\nAsk two weeks ahead.\n");
    Scored first = ask("How do I restore the database?", Reader.anyone(), 5).getFirst();
    assertThat(first.passage().doc().key()).isEqualTo("restore.md");
    assertThat(first.score()).isEqualTo(1);
    assertThat(first.lexical()).isPresent();
    assertThat(first.cosine()).isPresent();
  }

  @Test
  void aQuestionIsComparedWithVectorsOfItsOwnLanguage() throws InterruptedException {
    shelf.put("wiki:restore.md", RESTORE).put("wiki:恢复.md", "# 恢复\n\n恢复数据库之前先停止写入。\n");
    for (Scored found : ask("怎么恢复数据库 database", Reader.anyone(), 5)) {
      Language language = found.passage().chunk().language();
      assertThat(found.cosine().isPresent()).isEqualTo(language == Language.CHINESE);
    }
    assertThat(keys("怎么恢复数据库 database")).containsExactlyInAnyOrder("恢复.md", "restore.md");
  }

  @Test
  void givesNoMoreThanAskedForBestFirst() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      String others = IntStream.range(0, i).mapToObj("%d. day"::formatted).collect(joining(" "));
      shelf.put("wiki:%d.md".formatted(i), "Restore " + i + " times " + others + "\n");
    }
    List<Scored> found = ask("restore", Reader.anyone(), 7);
    assertThat(found).hasSize(7);
    assertThat(found).extracting(Scored::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void whoIsNotOfTheGroupNeverMeetsItsDocuments() throws InterruptedException {
    shelf.put("wiki:pay.md", "# Pay\n\nThe pay rise is five percent.\n", HR);
    assertThat(keys("What is the pay rise?")).isEmpty();
    assertThat(keys("What is the pay rise?", "dev")).isEmpty();
    assertThat(keys("What is the pay rise?", "dev", "hr")).containsExactly("pay.md");
  }

  @Test
  void hiddenDocumentsTakeNobodysPlace() throws InterruptedException {
    for (int i = 0; i < 150; i++) {
      shelf.put(
          "wiki:hidden%03d.md".formatted(i), "The pay rise is %d percent.\n".formatted(i), HR);
    }
    shelf.put("wiki:open.md", "Nobody here talks about a rise in public.\n");
    assertThat(keys("What is the pay rise?")).containsExactly("open.md");
  }

  @Test
  void hiddenCopiesDoNotCoverOpenOnes() throws InterruptedException {
    shelf.put("wiki:open.md", RESTORE, Samples.EVERYONE, Samples.NOON.minus(Duration.ofDays(9)));
    shelf.put("wiki:hidden.md", RESTORE, HR, Samples.NOON);
    assertThat(keys("How do I restore the database?")).containsExactly("open.md");
    assertThat(keys("How do I restore the database?", "hr")).containsExactly("hidden.md");
  }

  @Test
  void ofTwoRevisionsInTwoPlacesTheNewerIsShown() throws InterruptedException {
    String edited = RESTORE.replace("Count the rows", "Count all rows");
    shelf.put("wiki:a.md", RESTORE, Samples.EVERYONE, Samples.NOON.minus(Duration.ofDays(400)));
    shelf.put("wiki:b.md", edited, Samples.EVERYONE, Samples.NOON);
    shelf.put("wiki:c.md", RESTORE, Samples.EVERYONE, Samples.NOON.minus(Duration.ofDays(200)));
    assertThat(keys("How is a snapshot played back?")).containsExactly("b.md");
  }

  @Test
  void anEmptyIndexHasNothing() throws InterruptedException {
    try (Evidence evidence =
        shelf.retriever().retrieve(new Question("Anything?", Reader.anyone()), 5)) {
      assertThat(evidence.passages()).isEmpty();
      assertThat(evidence.topCosine()).isZero();
      assertThat(evidence.coverage("anything")).isBetween(0.0, 1.0);
    }
  }

  @Test
  void evidenceStaysAsItWasWhenADocumentIsReplaced() throws InterruptedException {
    shelf.put("wiki:restore.md", RESTORE);
    try (Evidence evidence =
        shelf.retriever().retrieve(new Question("restore", Reader.anyone()), 5)) {
      Scored found = evidence.passages().getFirst();
      shelf.put(
          "wiki:restore.md",
          "# Gone\n\nSomething else.\n",
          Samples.EVERYONE,
          Samples.NOON.plusSeconds(60));
      int start = RESTORE.indexOf("To restore");
      String quote = "To restore the database";
      assertThat(
              evidence.areVerbatim(List.of(cite(found, found.passage().revision(), start, quote))))
          .isTrue();
    }
  }

  @Test
  void aQuoteThatDoesNotStandThereIsToldApart() throws InterruptedException {
    shelf.put("wiki:restore.md", RESTORE);
    int start = RESTORE.indexOf("To restore");
    try (Evidence evidence =
        shelf.retriever().retrieve(new Question("restore", Reader.anyone()), 5)) {
      Scored found = evidence.passages().getFirst();
      String revision = found.passage().revision();
      Citation good = cite(found, revision, start, "To restore");
      assertThat(evidence.areVerbatim(List.of(good))).isTrue();
      assertThat(evidence.areVerbatim(List.of(good, cite(found, revision, start, "to restore"))))
          .isFalse();
      assertThat(evidence.areVerbatim(List.of(cite(found, revision, start + 1, "To restore"))))
          .isFalse();
      assertThat(evidence.areVerbatim(List.of(cite(found, revision, 9000, "To restore"))))
          .isFalse();
      assertThat(evidence.areVerbatim(List.of(cite(found, "another", start, "To restore"))))
          .isFalse();
    }
  }

  private static Citation cite(Scored found, String revision, int start, String quote) {
    return new Citation(
        1,
        found.passage().doc(),
        revision,
        start,
        start + quote.length(),
        quote,
        quote,
        found.passage().locate(start));
  }

  @Test
  void supportTellsHowMuchOfTheQuestionATextCovers() throws InterruptedException {
    shelf.put("wiki:restore.md", RESTORE).put("wiki:writers.md", "The writers write.\n");
    Question question = new Question("restore the snapshot", Reader.anyone());
    try (Evidence evidence = shelf.retriever().retrieve(question, 5)) {
      List<Support> supports =
          evidence.support(List.of("Restore a snapshot.", "Restore it.", "Nothing of that."));
      assertThat(supports)
          .extracting(Support::coverage)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(supports.get(0).coverage()).isEqualTo(1);
      assertThat(supports.get(1).coverage()).isStrictlyBetween(0.0, 1.0);
      assertThat(supports.get(2).coverage()).isZero();
      assertThat(supports.get(0).cosine()).isGreaterThan(supports.get(1).cosine());
    }
  }

  @Test
  void theSnapshotIsClosedWithTheEvidence() throws InterruptedException {
    WatchedEngine watched = new WatchedEngine(shelf.put("wiki:restore.md", RESTORE).engine());
    Retriever retriever = new Retriever(watched, shelf.embedders());
    Evidence evidence = retriever.retrieve(new Question("restore", Reader.anyone()), 5);
    assertThat(watched.opened()).isEqualTo(1);
    assertThat(watched.closed()).isZero();
    evidence.close();
    assertThat(watched.closed()).isEqualTo(1);
  }

  @Test
  void theSnapshotIsClosedWhenTheSearchFails() {
    WatchedEngine watched = new WatchedEngine(shelf.engine());
    Retriever retriever = new Retriever(watched, shelf.embedders());
    for (Throwable failure : List.of(new IndexException("broken"), new StackOverflowError())) {
      watched.failWith(failure);
      assertThatThrownBy(() -> retriever.retrieve(new Question("restore", Reader.anyone()), 5))
          .isSameAs(failure);
    }
    assertThat(watched.opened()).isEqualTo(2);
    assertThat(watched.closed()).isEqualTo(2);
  }
}
