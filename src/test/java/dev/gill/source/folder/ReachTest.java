package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a path is turned around while it is read, nothing outside of the root comes out. */
final class ReachTest {
  private static final int READS = 3_000;

  @TempDir Path temporary;
  private Path root;
  private Path secret;
  private Reach reach;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("documents"));
    write(root, "team/a.md", "ours");
    secret = write(temporary, "secret/a.md", "secret");
    reach = new Reach(root, LinkPolicy.WITHIN);
  }

  private static Optional<String> read(Reach reach, Path path) throws IOException {
    return reach.read(path, 1000).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void it_reads_within_and_nothing_else() throws Exception {
    Files.createSymbolicLink(root.resolve("same.md"), Path.of("team/a.md"));
    Files.createSymbolicLink(root.resolve("out.md"), secret);
    Files.createSymbolicLink(root.resolve("out"), secret.getParent());

    assertThat(read(reach, root.resolve("team/a.md"))).contains("ours");
    assertThat(read(reach, root.resolve("same.md"))).contains("ours");
    assertThat(read(reach, root.resolve("out.md"))).isEmpty();
    assertThat(read(reach, root.resolve("out/a.md"))).isEmpty();
    assertThat(read(new Reach(root, LinkPolicy.FOLLOW), root.resolve("out/a.md")))
        .contains("secret");
  }

  @Test
  void a_file_that_became_a_link_since_it_was_found_is_gone() throws Exception {
    Path file = root.resolve("team/a.md");
    Found found = Found.file("team/a.md", file, FileStat.of(file));
    Files.delete(file);
    Files.createSymbolicLink(file, secret);

    assertThat(new FileReader(1000, reach, InstantSource.system()).read(found))
        .isEqualTo(new ReadResult.Gone());
  }

  @Test
  void a_file_that_turns_into_a_link_and_back_never_shows_where_it_leads() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), secret);
    Path ours = write(temporary, "ours.md", "ours");
    Path file = root.resolve("team/a.md");

    assertThat(readWhileTurning(file, () -> swap(file, link, ours)))
        .isSubsetOf("ours", "nothing")
        .contains("ours");
  }

  @Test
  void a_folder_that_turns_into_a_link_and_back_never_shows_where_it_leads() throws Exception {
    Path folder = root.resolve("team");
    Path away = root.resolve(".team");

    assertThat(
            readWhileTurning(
                folder.resolve("a.md"),
                () -> {
                  Files.move(folder, away);
                  Files.createSymbolicLink(folder, secret.getParent());
                  Files.delete(folder);
                  Files.move(away, folder);
                }))
        .isSubsetOf("ours", "nothing")
        .contains("ours");
  }

  private interface Turn {
    void around() throws IOException;
  }

  /** Puts a link in the file's place by renaming, and then the file again. */
  private static void swap(Path file, Path link, Path ours) throws IOException {
    Path fresh = file.resolveSibling("fresh");
    Files.copy(link, fresh, LinkOption.NOFOLLOW_LINKS);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Files.copy(ours, fresh);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Set<String> readWhileTurning(Path file, Turn turn) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread turning =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    try {
                      turn.around();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                });
    Set<String> seen = new HashSet<>();
    try {
      for (int i = 0; i < READS; i++) {
        seen.add(readOnce(file));
      }
    } finally {
      over.set(true);
      turning.join();
    }
    return seen;
  }

  private String readOnce(Path file) throws IOException {
    try {
      return read(reach, file).orElse("nothing");
    } catch (IOException e) {
      return "nothing";
    }
  }
}
