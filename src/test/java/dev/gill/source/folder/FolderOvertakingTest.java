package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.NEVER;
import static dev.gill.source.folder.FolderTesting.settings;
import static dev.gill.source.folder.FolderTesting.source;
import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.source.Batch;
import dev.gill.source.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits during a first pass over many files are told before the rest of it. */
final class FolderOvertakingTest {
  @TempDir Path temporary;
  private Path root;
  private FolderSource source;

  @BeforeEach
  void open() throws Exception {
    root = Files.createDirectory(temporary.resolve("documents"));
    for (int i = 0; i < 200; i++) {
      write(root, "%03d.md".formatted(i), "text " + i);
    }
    source = source(settings(root, NEVER));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static List<String> keys(Batch batch) {
    List<String> keys = new ArrayList<>();
    for (Change change : batch.changes()) {
      switch (change) {
        case Change.Upserted upserted -> keys.add(upserted.doc().key());
        case Change.Deleted deleted -> keys.add("-" + deleted.doc().key());
        case Change.Unreadable unreadable -> keys.add("!" + unreadable.doc().key());
        case Change.Remaining remaining -> keys.add("remaining " + remaining.living().size());
      }
    }
    return keys;
  }

  private Batch pollWhenPressing(Batch before) throws Exception {
    await().until(source::pressing);
    return source.poll(Optional.of(before.next()));
  }

  @Test
  void an_edit_comes_alone_and_at_once_and_the_pass_goes_on() throws Exception {
    Batch first = source.poll(Optional.empty());
    assertThat(first.more()).isTrue();
    assertThat(source.pressing()).isFalse();

    write(root, "199.md", "edited");
    Batch edit = pollWhenPressing(first);
    assertThat(keys(edit)).containsExactly("199.md");
    assertThat(edit.more()).isTrue();
    assertThat(source.pressing()).isFalse();

    List<String> rest = new ArrayList<>();
    Batch page = edit;
    while (page.more()) {
      page = source.poll(Optional.of(page.next()));
      rest.addAll(keys(page));
    }
    assertThat(rest).hasSize(200 - first.changes().size()).contains("198.md", "remaining 200");
    assertThat(rest).doesNotContain("199.md");
  }

  @Test
  void what_was_told_and_goes_during_the_pass_is_told_gone_at_once() throws Exception {
    Batch first = source.poll(Optional.empty());
    Files.delete(root.resolve("000.md"));

    Batch gone = pollWhenPressing(first);

    assertThat(keys(gone)).containsExactly("-000.md");
    assertThat(gone.next()).isNotEqualTo(first.next());
  }

  @Test
  void whoever_did_not_take_the_edit_in_is_told_everything_again() throws Exception {
    Batch first = source.poll(Optional.empty());
    write(root, "199.md", "edited");
    pollWhenPressing(first);

    assertThat(keys(source.poll(Optional.of(first.next())))).startsWith("000.md", "001.md");
  }
}
