package dev.gill.source.folder;

import dev.gill.model.SourceId;
import dev.gill.source.Source;
import dev.gill.source.SourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FolderContractTest extends SourceContract {
  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectory(temporary.resolve("documents"));
  }

  /** Every poll is a sweep, so that nothing depends on when an event comes in. */
  @Override
  protected Source create() {
    FolderSettings plain = FolderSettings.of(new SourceId("team"), root);
    FolderSettings settings =
        new FolderSettings(
            plain.id(),
            plain.root(),
            plain.link(),
            plain.audience(),
            plain.include(),
            plain.exclude(),
            plain.maxBytes(),
            Duration.ofNanos(1));
    return new FolderSource(settings, READABLE, InstantSource.system());
  }

  @Override
  protected void write(String key, String text) throws IOException {
    Files.createDirectories(root.resolve(key).getParent());
    Files.writeString(root.resolve(key), text);
  }

  @Override
  protected void delete(String key) throws IOException {
    Files.delete(root.resolve(key));
  }

  @Override
  protected void move(String from, String to) throws IOException {
    Files.createDirectories(root.resolve(to).getParent());
    Files.move(root.resolve(from), root.resolve(to));
  }

  @Override
  protected void publish() {}

  @Override
  protected void breakDown() throws IOException {
    Files.move(root, temporary.resolve("elsewhere"));
  }

  @Override
  protected Set<String> present() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return new TreeSet<>(
          paths.filter(Files::isRegularFile).map(p -> root.relativize(p).toString()).toList());
    }
  }
}
