package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.ALWAYS;
import static dev.gill.source.folder.FolderTesting.settings;
import static dev.gill.source.folder.FolderTesting.source;
import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.Cursor;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSourceTest {
  @TempDir Path temporary;
  private Path root;
  private FolderSource source;
  private final Replica replica = new Replica();

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("documents"));
    source = source(settings(root, ALWAYS));
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void revision_link_title_and_time_come_from_the_file() throws Exception {
    Path file = write(root, "run books/a#1.md", "abc");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));
    replica.follow(source);

    Replica.Copy copy = replica.get("run books/a#1.md");
    assertThat(copy.revision()).isEqualTo("sha256:ba7816bf8f01cfea");
    assertThat(copy.link()).isEqualTo("https://files.example.com/run%20books/a%231.md#L{line}");
    assertThat(copy.title()).isEqualTo("a#1.md");
    assertThat(copy.author()).isEmpty();
    assertThat(copy.modified()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
  }

  @Test
  void how_far_a_cursor_reaches_is_said_in_words() throws Exception {
    write(root, "a.md", "one");
    assertThat(source.describe(source.poll(Optional.empty()).next())).isEqualTo("1 file");
    write(root, "b.md", "two");
    assertThat(source.describe(source.poll(Optional.empty()).next())).isEqualTo("2 files");
    assertThat(source.describe(new Cursor("of another source"))).isEmpty();
  }

  @Test
  void a_folder_that_is_renamed_takes_its_documents_along() throws Exception {
    write(root, "old/a.md", "one");
    write(root, "old/deep/b.md", "two");
    write(root, "older.md", "three");
    replica.follow(source);

    Files.move(root.resolve("old"), root.resolve("new"));
    List<Change> told = replica.follow(source);

    assertThat(told)
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("Upserted", "Upserted", "Deleted", "Deleted");
    assertThat(replica.keys()).containsExactly("new/a.md", "new/deep/b.md", "older.md");
  }

  @Test
  void when_a_large_folder_moves_each_page_lets_go_of_what_it_brings() throws Exception {
    for (int i = 0; i < 100; i++) {
      write(root, "old/%03d.md".formatted(i), "text " + i);
    }
    replica.follow(source);
    Files.move(root.resolve("old"), root.resolve("new"));

    replica.page(source);
    assertThat(replica.keys()).hasSize(100).anyMatch(key -> key.startsWith("old/"));
    replica.follow(source);
    assertThat(replica.keys()).hasSize(100).allMatch(key -> key.startsWith("new/"));
  }

  @Test
  void an_event_where_a_large_folder_was_takes_nothing_away_before_it_comes_up_elsewhere()
      throws Exception {
    for (int i = 0; i < 100; i++) {
      write(root, "old/%03d.md".formatted(i), "text " + i);
    }
    replica.follow(source);
    Files.move(root.resolve("old"), root.resolve("new"));
    replica.page(source);
    Files.createDirectory(root.resolve("old"));
    await().until(source::pressing);

    boolean more = true;
    while (more) {
      more = replica.page(source).more();
      assertThat(replica.keys()).hasSizeGreaterThanOrEqualTo(100);
    }
    assertThat(replica.keys()).hasSize(100).allMatch(key -> key.startsWith("new/"));
  }

  @Test
  void an_edit_that_keeps_size_and_time_is_seen() throws Exception {
    Path file = write(root, "a.md", "one");
    FileTime time = Files.getLastModifiedTime(file);
    replica.follow(source);

    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, time);
    replica.follow(source);

    assertThat(replica.get("a.md").text()).isEqualTo("two");
  }

  @Test
  void a_file_that_is_saved_by_renaming_another_over_it_is_one_edit() throws Exception {
    write(root, "a.md", "one");
    replica.follow(source);

    Path fresh = write(root, ".a.md.tmp", "two");
    Files.move(fresh, root.resolve("a.md"), StandardCopyOption.ATOMIC_MOVE);
    List<Change> told = replica.follow(source);

    assertThat(told).hasSize(1);
    assertThat(replica.get("a.md").text()).isEqualTo("two");
  }

  @Test
  void a_name_whose_case_changes_is_a_move() throws Exception {
    write(root, "readme.md", "one");
    replica.follow(source);
    Files.move(root.resolve("readme.md"), root.resolve("README.md"));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("README.md");
  }

  @Test
  void include_and_exclude_choose_by_name_or_by_path() throws Exception {
    for (String key :
        List.of("a.md", "a.txt", "drafts/b.md", "docs/c.md", "docs/x/d.md", "docs/x/e.txt")) {
      write(root, key, key);
    }
    try (FolderSource chosen =
        source(
            settings(
                root, ALWAYS, 10_000, List.of("docs/**/*.md", "*.txt"), List.of("docs/x/e.*")))) {
      replica.follow(chosen);
    }
    assertThat(replica.keys()).containsExactly("a.txt", "docs/c.md", "docs/x/d.md");

    try (FolderSource chosen =
        source(settings(root, ALWAYS, 10_000, List.of(), List.of("drafts", "/docs/x/")))) {
      Replica other = new Replica();
      other.follow(chosen);
      assertThat(other.keys()).containsExactly("a.md", "a.txt", "docs/c.md");
    }
  }

  @Test
  void a_folder_that_is_emptied_is_empty() throws Exception {
    write(root, "a.md", "one");
    replica.follow(source);
    Files.delete(root.resolve("a.md"));
    replica.follow(source);

    assertThat(replica.keys()).isEmpty();
  }

  @Test
  void a_document_that_becomes_a_folder_and_back_is_told_right() throws Exception {
    write(root, "a.md", "one");
    replica.follow(source);
    Files.delete(root.resolve("a.md"));
    write(root, "a.md/inside.md", "two");
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("a.md/inside.md");
  }
}
