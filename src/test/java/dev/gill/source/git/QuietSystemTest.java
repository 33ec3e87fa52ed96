package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.source.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuietSystemTest {
  @TempDir Path temporary;

  @Test
  void a_repository_that_is_only_watched_is_not_written_to() throws Exception {
    try (Repo repo = new Repo(temporary.resolve("repository"))) {
      repo.commit("a.md", "one");
      repo.git().gc().call();
      repo.commit("b.md", "two");
      Map<String, FileTime> before = files(repo.folder());
      Replica replica = new Replica();
      GitSettings settings =
          GitSettings.of(
              new SourceId("team"), repo.folder().toString(), temporary.resolve("copies"));
      GitSource source = new GitSource(settings, name -> name.endsWith(".md"));
      replica.follow(source);
      replica.follow(source);
      source.close();

      assertThat(replica.keys()).hasSize(2);
      assertThat(files(repo.folder())).isEqualTo(before);
      assertThat(temporary.resolve("copies")).doesNotExist();
    }
  }

  @Test
  void nobody_s_own_configuration_is_obeyed() throws Exception {
    QuietSystem.install();
    SystemReader system = SystemReader.getInstance();

    assertThat(system.getUserConfig().getSections()).isEmpty();
    assertThat(system.getSystemConfig().getSections()).isEmpty();
    assertThat(system.getJGitConfig().getSections()).isEmpty();
    assertThat(system.getenv("GIT_DIR")).isNull();
  }

  /** Asked for this, the library need not find out with probe files in the repository. */
  @Test
  void how_fine_time_stamps_are_is_known_without_trying() throws Exception {
    QuietSystem.install();
    for (String name : List.of("timestampResolution", "minRacyThreshold")) {
      assertThat(
              SystemReader.getInstance()
                  .getUserConfig()
                  .getTimeUnit("filesystem", "any drive", name, -1, TimeUnit.MILLISECONDS))
          .isEqualTo(2000);
    }
  }

  /** Folders too: a probe that was made and removed again shows in its folder's time. */
  private static Map<String, FileTime> files(Path root) throws IOException {
    Map<String, FileTime> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        found.put(root.relativize(path).toString(), Files.getLastModifiedTime(path));
      }
    }
    return found;
  }
}
