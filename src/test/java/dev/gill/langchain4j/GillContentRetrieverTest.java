package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.Rounds;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.retrieve.Shelf;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GillContentRetrieverTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-18T16:20:00Z");

  private final Shelf shelf = new Shelf();

  private List<Content> found(String question, Reader reader) {
    return new GillContentRetriever(
            new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty()),
            shelf.engine(),
            query -> reader,
            5)
        .retrieve(Query.from(question));
  }

  @Test
  void aContentCanBeCitedAndKeptFromOthers() {
    shelf.put(
        DocId.parse("wiki:backup.md"),
        "r7",
        new Origin("https://wiki.example.org/backup#L{line}", "Backups", "Li", WRITTEN),
        Audience.of("ops"),
        "# Backups\n\n## Nightly\n\nNightly backups are kept for 35 days.");
    Content content = found("nightly backups", Reader.member("ops")).getFirst();
    Metadata metadata = content.textSegment().metadata();
    assertThat(metadata.toMap())
        .containsEntry(GillContentRetriever.DOCUMENT, "wiki:backup.md")
        .containsEntry(GillContentRetriever.REVISION, "r7")
        .containsEntry(GillContentRetriever.TITLE, "Backups")
        .containsEntry(GillContentRetriever.AUTHOR, "Li")
        .containsEntry(GillContentRetriever.MODIFIED, WRITTEN.toString())
        .containsEntry(GillContentRetriever.AUDIENCE, "ops");
    assertThat(metadata.getString(GillContentRetriever.URL))
        .startsWith("https://wiki.example.org/backup#L");
    assertThat(metadata.getString(GillContentRetriever.HEADINGS)).contains("Nightly");
    String text = shelf.document(DocId.parse("wiki:backup.md")).text();
    assertThat(
            text.substring(
                metadata.getInteger(GillContentRetriever.START),
                metadata.getInteger(GillContentRetriever.END)))
        .isEqualTo(content.textSegment().text());
    assertThat((double) content.metadata().get(ContentMetadata.SCORE)).isBetween(0.0, 1.0);
    assertThat(found("nightly backups", Reader.anyone())).isEmpty();
  }

  @Test
  void whoMayReadItIsWhoFindsIt() {
    Random random = new Random(4);
    List<String> groups = List.of("red", "green", "blue");
    for (int round = 0; round < Rounds.of(40); round++) {
      String group = groups.get(random.nextInt(3));
      String other = groups.get(random.nextInt(3));
      shelf.clear();
      shelf.put("wiki:a.md", "The code of the safe is 1234.", Audience.of(group));
      assertThat(found("code of the safe", Reader.member(other)).isEmpty())
          .isEqualTo(!group.equals(other));
    }
  }

  @Test
  void aRetrieverOfNothingIsRefused() {
    assertThatThrownBy(
            () ->
                new GillContentRetriever(
                    new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty()),
                    shelf.engine(),
                    query -> Reader.anyone(),
                    0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
