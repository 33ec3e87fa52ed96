package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state that a kill between two steps of a swap can leave. */
class IndexFoldersTest {
  @TempDir private Path data;
  private IndexFolders folders;

  @BeforeEach
  void begin() {
    folders = new IndexFolders(data);
  }

  private Path make(String name) throws IOException {
    Path folder = Files.createDirectories(data.resolve(name));
    Files.writeString(folder.resolve("file"), name);
    return folder;
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> all = Files.list(data)) {
      return all.map(each -> each.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void atFirstThereIsOneFolder() {
    assertThat(folders.current()).isEqualTo(data.resolve("index"));
    assertThat(folders.next()).isEqualTo(data.resolve("index-2"));
  }

  @Test
  void aFolderThatIsBeingFilledIsNotInUse() throws IOException {
    make("index");
    make("index-2");
    assertThat(folders.current()).isEqualTo(data.resolve("index"));
    folders.clear(true);
    assertThat(names()).containsExactly("index", "index-2");
  }

  @Test
  void aFolderThatIsNotWantedAnyMoreGoes() throws IOException {
    make("index");
    make("index-2");
    folders.clear(false);
    assertThat(names()).containsExactly("index");
  }

  @Test
  void fromTheSwapOnTheNewFolderIsInUseAndTheOldOneGoes() throws IOException {
    make("index");
    folders.use(make("index-2"));
    IndexFolders after = new IndexFolders(data);
    assertThat(after.current()).isEqualTo(data.resolve("index-2"));
    assertThat(after.next()).isEqualTo(data.resolve("index-3"));
    after.clear(true);
    assertThat(names()).containsExactly("index-2", "index.current");
  }

  @Test
  void theNextSwapWorksAlike() throws IOException {
    folders.use(make("index-2"));
    folders.use(make("index-3"));
    folders.clear(false);
    assertThat(names()).containsExactly("index-3", "index.current");
    assertThat(folders.current()).isEqualTo(data.resolve("index-3"));
  }

  @Test
  void aHalfWrittenPointerCountsForNothing() throws IOException {
    make("index");
    make("index-2");
    Files.writeString(data.resolve("index.current.new"), "index-");
    assertThat(folders.current()).isEqualTo(data.resolve("index"));
    folders.clear(true);
    assertThat(names()).containsExactly("index", "index-2");
  }

  @Test
  void aPointerToWhatIsNotThereCountsForNothingEvenWhenItComes() throws IOException {
    make("index");
    Files.writeString(data.resolve("index.current"), "index-2");
    folders.clear(true);
    assertThat(folders.next()).isEqualTo(data.resolve("index-2"));
    make("index-2");
    assertThat(folders.current()).isEqualTo(data.resolve("index"));
  }

  @Test
  void aPointerOutOfTheFolderCountsForNothing() throws IOException {
    make("index");
    for (String name : new String[] {"../index", "index-02", "other", ""}) {
      Files.writeString(data.resolve("index.current"), name);
      assertThat(folders.current()).isEqualTo(data.resolve("index"));
    }
  }

  @Test
  void withoutAPointerTheLowestIsInUse() throws IOException {
    make("index-3");
    make("index-4");
    assertThat(folders.current()).isEqualTo(data.resolve("index-3"));
  }

  @Test
  void whatWasMovedAsideStays() throws IOException {
    make("index.damaged-17");
    make("git");
    folders.clear(false);
    assertThat(names()).containsExactly("git", "index.damaged-17");
  }
}
