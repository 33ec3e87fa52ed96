package dev.gill.source.folder;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Folders and sources over them, for tests. */
final class FolderTesting {
  /** No event is waited for: every poll looks at everything. */
  static final Duration ALWAYS = Duration.ofNanos(1);

  /** No sweep comes by itself: what is found was found by an event. */
  static final Duration NEVER = Duration.ofDays(1);

  private FolderTesting() {}

  static FolderSettings settings(Path root, Duration sweepEvery) {
    return settings(root, sweepEvery, 10_000, List.of(), List.of());
  }

  static FolderSettings settings(
      Path root, Duration sweepEvery, long maxBytes, List<String> include, List<String> exclude) {
    return new FolderSettings(
        new SourceId("team"),
        root,
        "https://files.example.com/{path}#L{line}",
        new Audience.Everyone(),
        include,
        exclude,
        maxBytes,
        sweepEvery);
  }

  static FolderSource source(FolderSettings settings) {
    return new FolderSource(
        settings, name -> name.endsWith(".md") || name.endsWith(".txt"), InstantSource.system());
  }

  static Path write(Path root, String key, String text) throws IOException {
    Path file = root.resolve(key);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
