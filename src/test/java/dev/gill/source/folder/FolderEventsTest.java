package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.NEVER;
import static dev.gill.source.folder.FolderTesting.settings;
import static dev.gill.source.folder.FolderTesting.source;
import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.source.Change;
import dev.gill.source.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source is polled when it calls, and never otherwise: what is told, events found. */
final class FolderEventsTest {
  @TempDir Path temporary;
  private Path root;
  private FolderSource source;
  private final Replica replica = new Replica();
  private final AtomicInteger wakes = new AtomicInteger();
  private final List<Change> told = new ArrayList<>();
  private int answered;

  @BeforeEach
  void open() throws Exception {
    root = Files.createDirectory(temporary.resolve("documents"));
    write(root, "a.md", "one");
    write(root, "docs/b.md", "two");
    write(root, "docs/deep/c.md", "three");
    source = source(settings(root, NEVER));
    source.onSignal(wakes::incrementAndGet);
    replica.follow(source);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void a_conflict_copy_comes_and_goes_as_its_original_goes_and_comes() throws Exception {
    String copy = "docs/b (Jon's conflicted copy 2025-03-01).md";
    write(root, copy, "two, otherwise");
    write(root, "a.md", "one, edited");
    eventually(() -> assertThat(replica.get("a.md").text()).isEqualTo("one, edited"));
    assertThat(replica.keys()).doesNotContain(copy);

    Files.delete(root.resolve("docs/b.md"));
    eventually(() -> assertThat(replica.keys()).contains(copy).doesNotContain("docs/b.md"));

    write(root, "docs/b.md", "two, merged");
    eventually(() -> assertThat(replica.keys()).contains("docs/b.md").doesNotContain(copy));
  }

  @Test
  void an_edit_is_found() throws Exception {
    write(root, "a.md", "one, edited");
    eventually(() -> assertThat(replica.get("a.md").text()).isEqualTo("one, edited"));
    assertThat(told).hasSize(1);
  }

  @Test
  void a_new_folder_with_documents_is_found_and_watched() throws Exception {
    write(root, "new/deep/er/d.md", "four");
    eventually(() -> assertThat(replica.keys()).contains("new/deep/er/d.md"));
    write(root, "new/deep/er/e.md", "five");
    eventually(() -> assertThat(replica.keys()).contains("new/deep/er/e.md"));
  }

  @Test
  void a_save_by_renaming_is_found() throws Exception {
    Path fresh = write(root, "docs/.b.md.swp", "two, edited");
    Files.move(fresh, root.resolve("docs/b.md"), StandardCopyOption.ATOMIC_MOVE);
    eventually(() -> assertThat(replica.get("docs/b.md").text()).isEqualTo("two, edited"));
  }

  @Test
  void a_renamed_folder_is_found_and_watched_on() throws Exception {
    Files.move(root.resolve("docs"), root.resolve("texts"));
    eventually(
        () -> assertThat(replica.keys()).containsExactly("a.md", "texts/b.md", "texts/deep/c.md"));

    write(root, "texts/deep/c.md", "three, edited");
    eventually(() -> assertThat(replica.get("texts/deep/c.md").text()).isEqualTo("three, edited"));
  }

  @Test
  void a_deleted_folder_is_found() throws Exception {
    Files.delete(root.resolve("docs/deep/c.md"));
    Files.delete(root.resolve("docs/deep"));
    Files.delete(root.resolve("docs/b.md"));
    Files.delete(root.resolve("docs"));
    eventually(() -> assertThat(replica.keys()).containsExactly("a.md"));
  }

  @Test
  void a_folder_moved_out_of_sight_and_back_is_found() throws Exception {
    Files.move(root.resolve("docs"), temporary.resolve("out"));
    eventually(() -> assertThat(replica.keys()).containsExactly("a.md"));
    Files.move(temporary.resolve("out"), root.resolve("docs"));
    eventually(() -> assertThat(replica.keys()).hasSize(3));
  }

  @Test
  void what_is_no_document_wakes_nobody() throws Exception {
    write(root, ".git/index", "not ours");
    write(root, ".git/deep/HEAD.md", "not ours");
    write(root, "a.md", "one, edited");
    eventually(() -> assertThat(replica.get("a.md").text()).isEqualTo("one, edited"));
    assertThat(told).hasSize(1);
    assertThat(wakes).hasValueLessThan(4);
  }

  @Test
  void many_edits_at_once_all_arrive() throws Exception {
    for (int i = 0; i < 300; i++) {
      write(root, "many/%03d.md".formatted(i), "text " + i);
    }
    eventually(() -> assertThat(replica.keys()).hasSize(303));
  }

  @Test
  void after_the_root_was_replaced_events_come_again() throws Exception {
    Files.move(root, temporary.resolve("before"));
    Files.createDirectory(root);
    write(root, "fresh.md", "one");
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("fresh.md");

    write(root, "fresh.md", "one, edited");
    eventually(() -> assertThat(replica.get("fresh.md").text()).isEqualTo("one, edited"));
  }

  @Test
  void a_root_that_is_a_link_is_watched_where_it_leads() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
    source.close();
    source = source(settings(link, NEVER));
    source.onSignal(wakes::incrementAndGet);
    replica.follow(source);

    write(root, "docs/b.md", "two, edited");
    eventually(() -> assertThat(replica.get("docs/b.md").text()).isEqualTo("two, edited"));
  }

  @Test
  void a_file_that_is_written_to_all_the_time_is_told_whole_in_the_end() throws Exception {
    Path file = root.resolve("log.md");
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    append(file, "line " + i + "\n");
                  }
                });
    eventually(() -> assertThat(writer.isAlive()).isFalse());
    eventually(() -> assertThat(replica.keys()).contains("log.md"));
    eventually(
        () -> assertThat(replica.get("log.md").text()).endsWith("\nline 499\n").hasLineCount(500));
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void eventually(ThrowingRunnable assertion) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              answerCalls();
              assertion.run();
            });
  }

  private void answerCalls() throws Exception {
    int called = wakes.get();
    if (called > answered) {
      answered = called;
      told.addAll(replica.follow(source));
    }
  }
}
