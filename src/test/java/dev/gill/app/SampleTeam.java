package dev.gill.app;

import dev.gill.TemporaryFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real Gill over a copy of the sample team's folder that a test may edit. */
public final class SampleTeam implements QuarkusTestProfile {
  private static final String SHARED = "sample-team.copy";

  /**
   * The copy; a system property holds its place, since this class is loaded once for the profile
   * and once for the test.
   */
  static synchronized Path folder() {
    if (System.getProperty(SHARED) == null) {
      System.setProperty(SHARED, copy().toString());
    }
    return Path.of(System.getProperty(SHARED));
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "gill.data", folder().resolveSibling("data").toString(),
        "gill.sources.team.type", "folder",
        "gill.sources.team.path", folder().toString(),
        "gill.sources.team.exclude", "secret/**",
        "gill.sources.leads.type", "folder",
        "gill.sources.leads.path", folder().resolve("secret").toString(),
        "gill.sources.leads.audience", "leads");
  }

  private static Path copy() {
    try {
      Path sample = Path.of("config", "sample-team");
      Path copy = TemporaryFolder.untilExit("gill-sample-").resolve("team");
      List<Path> all;
      try (Stream<Path> walk = Files.walk(sample)) {
        all = walk.toList();
      }
      for (Path path : all) {
        Files.copy(path, copy.resolve(sample.relativize(path).toString()));
      }
      Files.createDirectory(copy.resolve("secret"));
      Files.writeString(
          copy.resolve("secret/salaries.md"),
          "# Salary bands\n\nThe salary band of a platform engineer starts at 61,000 euros.\n");
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
