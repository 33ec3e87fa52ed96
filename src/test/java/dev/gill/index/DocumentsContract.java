package dev.gill.index;

import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.NOON;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.embedded;
import static dev.gill.index.Samples.groups;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.LeftOut;
import dev.gill.model.Origin;
import dev.gill.model.Place;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are kept whole, replaced whole and found by their id. */
interface DocumentsContract extends WithEngine {
  @Test
  default void aDocumentComesBackAsItWasWritten() {
    DocId id = id("runbooks/restore.md");
    Origin origin = new Origin("http://x/{line}", "Wiederherstellung 恢复", "", Instant.EPOCH);
    DocHead head =
        new DocHead(
            id,
            "r7",
            origin,
            Scopes.of(id, groups("ops", "dev, really")),
            "recipe-9",
            List.of(
                new LeftOut("Word document", LeftOut.Kind.DELETED, 3),
                new LeftOut("Word document", LeftOut.Kind.PICTURE, 1)));
    List<Anchor> anchors =
        List.of(new Anchor(0, new Place.Line(12)), new Anchor(9, new Place.Page(3)));
    Chunk first = Chunk.of(2, "Stop all.", List.of("A", "", "B"), anchors);
    Chunk second =
        Chunk.of(
            13,
            "然后恢复数据库。🐟",
            List.of(),
            "| 步骤 | 谁 |",
            List.of(new Block(Block.Kind.TABLE_ROW, 3, 40)),
            List.of());
    DocWrite write =
        new DocWrite(head, "# Stop all.\n\n然后恢复数据库。🐟", List.of(embedded(second), embedded(first)));
    commit(Changes.write(write));
    assertThat(document(id))
        .contains(new StoredDocument(head, write.text(), List.of(first, second)));
    assertThat(head(id)).contains(head);
    assertThat(abridged(WIKI)).containsExactly(head);
  }

  @Test
  default void nothingIsKnownOfWhatWasNeverWritten() {
    assertThat(document(id("a"))).isEmpty();
    assertThat(head(id("a"))).isEmpty();
    assertThat(documents(WIKI)).isEmpty();
    assertThat(sources()).isEmpty();
  }

  @Test
  default void aWriteReplacesAllThatWasThere() {
    commit(Changes.write(doc("a", "one", "two", "three"), doc("b", "other")));
    commit(Changes.write(doc(headOf(id("a"), "r2", EVERYONE), "four")));
    StoredDocument found = document(id("a")).orElseThrow();
    assertThat(found.head().revision()).isEqualTo("r2");
    assertThat(found.chunks()).extracting(Chunk::text).containsExactly("four");
    assertThat(document(id("b")).orElseThrow().text()).isEqualTo("other");
    assertThat(abridged(WIKI)).isEmpty();
  }

  @Test
  default void theLastWriteOfAChangesetWins() {
    commit(Changes.write(doc("a", "one", "two"), doc("a", "three")));
    StoredDocument found = document(id("a")).orElseThrow();
    assertThat(found.chunks()).extracting(Chunk::text).containsExactly("three");
    assertThat(documents(WIKI)).containsExactly(id("a"));
  }

  @Test
  default void whatIsDeletedAndWrittenInOneChangesetIsThere() {
    commit(Changes.write(doc("a", "one")));
    commit(Changes.write(doc("a", "two")).delete(id("a")));
    assertThat(document(id("a")).orElseThrow().text()).isEqualTo("two");
  }

  @Test
  default void aDeletedDocumentIsGoneFromEverySide() {
    commit(Changes.write(doc("a", "salmon swim"), doc("b", "trout swim")));
    commit(Changes.of(WIKI).delete(id("a"), id("never there")));
    assertThat(document(id("a"))).isEmpty();
    assertThat(head(id("a"))).isEmpty();
    assertThat(documents(WIKI)).containsExactly(id("b"));
    assertThat(search(Samples.words("salmon"), Samples.ANYONE, 9)).isEmpty();
    float[] question = Samples.vector(Samples.EN, "salmon swim");
    assertThat(Samples.keys(search(Samples.near(question), Samples.ANYONE, 9)))
        .containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space",
        " ",
        "a:b:c",
        ":",
        "Ünïcode/页面.md",
        "🐟🐟",
        "a\nb",
        "../x",
        "\"quoted\"",
        "everyone",
        "UPPER",
        "upper",
        "a*?~^[TO]"
      })
  default void anyKeyNamesADocument(String key) {
    commit(Changes.write(doc(key, "text of it"), doc(key + "x", "text of another")));
    assertThat(document(id(key)).orElseThrow().text()).isEqualTo("text of it");
    assertThat(documents(WIKI)).contains(id(key), id(key + "x"));
    commit(Changes.of(WIKI).delete(id(key)));
    assertThat(documents(WIKI)).containsExactly(id(key + "x"));
  }

  @Test
  default void aSourceListsItsDocumentsInOrder() {
    SourceId wikiTwo = new SourceId("wiki-2");
    commit(Changes.write(doc("b", "x"), doc("a/b", "x"), doc("a", "x"), doc("\uFFFD", "x")));
    commit(Changes.write(doc("🐟", "x")));
    commit(Changes.of(wikiTwo).and(doc(headOf(new DocId(wikiTwo, "z"), "r", EVERYONE), "x")));
    assertThat(documents(WIKI))
        .containsExactly(id("a"), id("a/b"), id("b"), id("🐟"), id("\uFFFD"));
  }

  @Test
  default void aDocumentWithoutChunksOrTextIsADocument() {
    commit(Changes.write(doc("empty")));
    StoredDocument found = document(id("empty")).orElseThrow();
    assertThat(found.text()).isEmpty();
    assertThat(found.chunks()).isEmpty();
    assertThat(ledger(WIKI).documents()).isEqualTo(1);
  }

  @Test
  default void aLongDocumentComesBackWhole() {
    String[] paragraphs = new String[400];
    for (int i = 0; i < paragraphs.length; i++) {
      paragraphs[i] = "Paragraph %d tells of fish. ".formatted(i).repeat(20);
    }
    commit(Changes.write(doc("long", paragraphs)));
    StoredDocument found = document(id("long")).orElseThrow();
    assertThat(found.text()).isEqualTo(String.join("\n\n", paragraphs));
    assertThat(found.chunks()).extracting(Chunk::text).containsExactly(paragraphs);
    assertThat(found.head().origin().modified()).isEqualTo(NOON);
  }
}
