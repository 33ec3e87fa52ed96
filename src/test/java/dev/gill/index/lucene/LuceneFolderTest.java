package dev.gill.index.lucene;

import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.failure;
import static dev.gill.index.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.index.Changes;
import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the folder of an index lives through, and what is said when it cannot be opened. */
class LuceneFolderTest {
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("data/index");
  }

  private void write(Changes changes) {
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES)) {
      engine.commit(changes.upTo("c1"));
    }
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> LuceneEngine.open(folder, SPACES))
        .isInstanceOf(IndexException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void everythingIsThereWhenOpenedAgain() {
    write(Changes.write(doc("a", "salmon", "鱼"), doc("b")).fail(failure("f", "broken")));
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES);
        Snapshot index = engine.snapshot()) {
      assertThat(index.documents(WIKI)).containsExactly(id("a"), id("b"));
      assertThat(index.document(id("a")).orElseThrow().text()).isEqualTo("salmon\n\n鱼");
      assertThat(Samples.texts(index.search(Samples.words("salmon"), Samples.ANYONE, 5)))
          .containsExactly("salmon");
      SourceLedger ledger = index.ledger(WIKI);
      assertThat(ledger.checkpoint().orElseThrow().cursor().value()).isEqualTo("c1");
      assertThat(ledger.checkpoint().orElseThrow().at()).isEqualTo(Samples.NOON);
      assertThat(ledger.failures()).containsExactly(failure("f", "broken"));
    }
  }

  @Test
  void rightsAreThereWhenOpenedAgainAndForReadersBeside() {
    Scope space = new Scope(WIKI, "space");
    GroupId staff = new GroupId("wiki", "staff");
    GroupId hr = new GroupId("wiki", "人事");
    Person anna = Person.of(new Identity("wiki", "17"), Identity.email("anna@example.org"));
    Audience both = new Audience.AnyOf(Set.of(staff)).and(new Audience.AnyOf(Set.of(hr)));
    Rights rights = new Rights(Map.of(space, both), Map.of(staff, Set.of(anna), hr, Set.of(anna)));
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES)) {
      engine.commit(Changeset.of(WIKI, rights));
      engine.commit(Changeset.of(WIKI, new Rights(Map.of(), Map.of(hr, Set.of()))));
    }
    Rights left = new Rights(Map.of(space, both), Map.of(staff, Set.of(anna)));
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES);
        IndexEngine beside = ReadOnlyEngine.open(folder);
        Snapshot own = engine.snapshot();
        Snapshot other = beside.snapshot()) {
      assertThat(own.access().of(WIKI)).isEqualTo(left);
      assertThat(other.access()).isEqualTo(own.access());
    }
  }

  @Test
  void aSecondGillIsToldToUseAnotherFolder() {
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES)) {
      refused("is in use by another Gill; stop it or set gill.data to another folder");
      engine.commit(Changes.write(doc("a", "still works")).upTo("c"));
    }
    LuceneEngine.open(folder, SPACES).close();
  }

  @Test
  void otherModelsAreRefusedByName() {
    write(Changes.write(doc("a", "x")));
    Set<Space> others = Set.of(EN, new Space("newer-zh", 6));
    assertThatThrownBy(() -> LuceneEngine.open(folder, others))
        .isInstanceOf(IndexException.class)
        .hasMessageContainingAll(
            "was built with test-en/8 and test/zh/6",
            "now runs with newer-zh/6 and test-en/8",
            "restore",
            "./gill up builds a new one");
    LuceneEngine.open(folder, SPACES).close();
  }

  @Test
  void whatAnIndexWasBuiltWithIsKnownBeforeItIsOpened() {
    assertThat(new LuceneEngines().spaces(folder)).isEmpty();
    try (IndexEngine engine = LuceneEngine.open(folder, SPACES)) {
      assertThat(new LuceneEngines().spaces(folder)).contains(SPACES);
      engine.commit(Changes.write(doc("a", "salmon")).upTo("c"));
    }
  }

  @Test
  void aFormerIndexGoesOnWithOtherModelsAndStaysOneOfItsOwn() {
    write(Changes.write(doc("a", "salmon")));
    Set<Space> written = Set.of(EN, new Space("newer-zh", 6));
    try (IndexEngine former = new LuceneEngines().openFormer(folder, written)) {
      former.commit(Changes.write(doc("b", "trout")).upTo("d"));
      try (Snapshot snapshot = former.snapshot()) {
        assertThat(snapshot.documents(Samples.WIKI)).hasSize(2);
      }
      assertThatThrownBy(() -> former.commit(Changes.write(doc("c", "鱼")).upTo("e")))
          .hasMessageContainingAll("wiki:c", "test/zh/6");
    }
    assertThat(new LuceneEngines().spaces(folder)).contains(SPACES);
    LuceneEngine.open(folder, SPACES).close();
  }

  @Test
  void theModelsAreRecordedBeforeTheFirstDocument() {
    LuceneEngine.open(folder, SPACES).close();
    assertThatThrownBy(() -> LuceneEngine.open(folder, Set.of(EN)))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("test/zh/6");
  }

  @Test
  void chunksOfAnotherModelAreRefused() {
    try (IndexEngine engine = LuceneEngine.open(folder, Set.of(EN))) {
      assertThatThrownBy(() -> engine.commit(Changes.write(doc("a", "鱼")).upTo("c")))
          .isInstanceOf(IndexException.class)
          .hasMessageContainingAll("wiki:a", "test/zh/6");
    }
  }

  @Test
  void aModelWithTooLongVectorsIsRefused() {
    assertThatThrownBy(() -> LuceneEngine.open(folder, Set.of(new Space("huge", 4096))))
        .isInstanceOf(IndexException.class)
        .hasMessageContainingAll("huge/4096", "1024");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "", "unknown"})
  void anotherLayoutIsRefused(String layout) throws IOException {
    writeForeign(Map.of("gill.layout", layout));
    refused("has layout " + layout, "reads layout 3", "./gill up builds a new one");
  }

  @Test
  void anIndexThatIsNotGillsIsRefusedAndLeftAlone() throws IOException {
    writeForeign(Map.of());
    List<Path> before = files();
    refused("layout unknown");
    assertThat(files()).isEqualTo(before);
    assertThatThrownBy(() -> new LuceneEngines().reading(folder))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("layout unknown");
  }

  private void writeForeign(Map<String, String> data) throws IOException {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments_", ".cfs", ".si"})
  void aDamagedIndexSaysSo(String file) throws IOException {
    write(Changes.write(doc("a", "salmon")));
    for (Path each : files()) {
      if (each.getFileName().toString().contains(file)) {
        try (FileChannel channel = FileChannel.open(each, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
    }
    refused("is damaged; ./gill up builds a new one");
  }

  @Test
  void aMissingFileSaysSo() throws IOException {
    write(Changes.write(doc("a", "salmon")));
    for (Path each : files()) {
      if (each.toString().endsWith(".cfs")) {
        Files.delete(each);
      }
    }
    refused("is damaged");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void aFileInTheFoldersPlaceSaysSo() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "not a folder");
    refused("which is a file; set gill.data to a folder");
  }

  @Test
  void aFolderThatMayNotBeWrittenSaysSo() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(folder), "this user may write to read-only folders");
    refused("cannot be opened", "writable");
  }
}
