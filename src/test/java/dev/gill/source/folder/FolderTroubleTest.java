package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.ALWAYS;
import static dev.gill.source.folder.FolderTesting.settings;
import static dev.gill.source.folder.FolderTesting.source;
import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Cursor;
import dev.gill.source.Replica;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTroubleTest {
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
  void a_file_that_is_too_large_is_a_failure_until_it_shrinks() throws Exception {
    write(root, "big.md", "x".repeat(10_001));
    write(root, "fits.md", "x".repeat(10_000));
    replica.follow(source);
    assertThat(replica.get("big.md").cause())
        .isEqualTo(
            "big.md is of 10001 bytes, more than the 10000 bytes that are read: raise the limit or exclude it.");
    assertThat(replica.get("fits.md").cause()).isEmpty();
    assertThat(replica.follow(source)).isEmpty();

    write(root, "big.md", "small");
    replica.follow(source);
    assertThat(replica.get("big.md").text()).isEqualTo("small");
  }

  @Test
  void a_file_that_may_not_be_read_is_a_failure_until_it_may() throws Exception {
    Path file = write(root, "secret.md", "one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(
        Files.isReadable(file), "SKIPPED: this user reads files whatever their permissions say");
    replica.follow(source);
    assertThat(replica.get("secret.md").cause()).contains("may not be read: let the user");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    replica.follow(source);
    assertThat(replica.get("secret.md").text()).isEqualTo("one");
  }

  @Test
  void a_link_to_nothing_is_a_failure_until_it_leads_somewhere() throws Exception {
    Files.createSymbolicLink(root.resolve("a.md"), root.resolve("later.txt"));
    replica.follow(source);
    assertThat(replica.get("a.md").cause())
        .isEqualTo("a.md is a link to something that is not there: mend or remove the link.");
    assertThat(replica.follow(source)).isEmpty();

    write(root, "later.txt", "one");
    replica.follow(source);
    assertThat(replica.get("a.md").text()).isEqualTo("one");
  }

  @Test
  void a_folder_that_comes_back_empty_and_another_is_an_unmounted_drive() throws Exception {
    write(root, "a.md", "one");
    replica.follow(source);
    Files.move(root, temporary.resolve("unplugged"));
    Files.createDirectory(root);

    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("mount its drive");
    try (FolderSource restarted = source(settings(root, ALWAYS))) {
      assertThatThrownBy(() -> restarted.poll(replica.cursor()))
          .isInstanceOf(SourceException.Broken.class);
    }

    write(root, ".keep", "meant to be empty");
    replica.follow(source);
    assertThat(replica.keys()).isEmpty();
  }

  @Test
  void a_root_that_is_missing_or_a_file_is_said_to_be_so() throws Exception {
    Files.delete(root);
    assertThatThrownBy(() -> source.poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("is not there: check the path, or mount its drive");
    Files.writeString(root, "a file");
    assertThatThrownBy(() -> source.poll(Optional.of(new Cursor("files=3"))))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void names_that_are_no_unicode_and_paths_of_great_length_do_no_harm() throws Exception {
    String deep = ("x".repeat(200) + "/").repeat(15) + "deep.md";
    write(root, deep, "far down");
    String odd =
        "printf one > \"$0/caf$(printf '\\351').md\"; printf two > \"$0/caf$(printf '\\350').md\"";
    int made = new ProcessBuilder("sh", "-c", odd, root.toString()).inheritIO().start().waitFor();
    Assumptions.assumeTrue(made == 0, "SKIPPED: this drive takes no names that are not Unicode");
    replica.follow(source);

    assertThat(replica.keys()).containsExactlyInAnyOrder(deep, "caf%E9.md", "caf%E8.md");
    assertThat(replica.get("caf%E9.md").text()).isEqualTo("one");
    assertThat(replica.follow(source)).isEmpty();
  }

  @Test
  void a_pipe_is_not_waited_for() throws Exception {
    int made =
        new ProcessBuilder("mkfifo", root.resolve("pipe.md").toString())
            .inheritIO()
            .start()
            .waitFor();
    Assumptions.assumeTrue(made == 0, "SKIPPED: no mkfifo on this system");
    write(root, "a.md", "one");
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void patterns_and_links_that_make_no_sense_are_refused_when_it_is_built() {
    assertThatThrownBy(() -> source(settings(root, ALWAYS, 1, List.of("{a,b"), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a pattern of 4 characters has a { without its }");
    assertThatThrownBy(() -> source(settings(root, ALWAYS, 1, List.of(), List.of("[z-a]"))))
        .hasMessageContaining("wrong [range]");
    FolderSettings plain = settings(root, ALWAYS);
    assertThatThrownBy(
            () ->
                source(
                    new FolderSettings(
                        plain.id(),
                        root,
                        "https://example.com/{commit}",
                        plain.audience(),
                        List.of(),
                        List.of(),
                        1,
                        ALWAYS)))
        .hasMessageContaining("{commit}, which this source cannot fill in");
  }
}
