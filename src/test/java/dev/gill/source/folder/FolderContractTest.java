package dev.gill.source.folder;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.AccessContract;
import dev.gill.source.FileTreeContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FolderContractTest extends SourceFixture
    implements ProtocolContract, FileTreeContract, AccessContract {
  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectory(temporary.resolve("documents"));
  }

  /** Every poll is a sweep, so that nothing depends on when an event comes in. */
  @Override
  public Source create() {
    return source(new Audience.Everyone());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience));
  }

  private Source source(Audience audience) {
    FolderSettings plain = FolderSettings.of(new SourceId("team"), root);
    FolderSettings settings =
        new FolderSettings(
            plain.id(),
            plain.root(),
            plain.link(),
            audience,
            plain.include(),
            plain.exclude(),
            plain.maxBytes(),
            Duration.ofNanos(1));
    return new FolderSource(settings, READABLE, InstantSource.system());
  }

  @Override
  public void write(String key, String text) throws IOException {
    Files.createDirectories(root.resolve(key).getParent());
    Files.writeString(root.resolve(key), text);
  }

  @Override
  public void delete(String key) throws IOException {
    Files.delete(root.resolve(key));
  }

  @Override
  public void move(String from, String to) throws IOException {
    Files.createDirectories(root.resolve(to).getParent());
    Files.move(root.resolve(from), root.resolve(to));
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() throws IOException {
    Files.move(root, temporary.resolve("elsewhere"));
  }

  @Override
  public Set<String> present() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return new TreeSet<>(
          paths.filter(Files::isRegularFile).map(p -> root.relativize(p).toString()).toList());
    }
  }
}
