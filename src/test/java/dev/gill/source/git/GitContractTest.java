package dev.gill.source.git;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.AccessContract;
import dev.gill.source.FileTreeContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A repository on this machine, read in place. */
@Tag("slow")
final class GitContractTest extends SourceFixture
    implements ProtocolContract, FileTreeContract, AccessContract {
  @TempDir Path temporary;
  private Repo repo;

  @BeforeEach
  void makeRepository() throws Exception {
    repo = new Repo(temporary.resolve("repository"));
  }

  @AfterEach
  void closeRepository() {
    repo.close();
  }

  @Override
  public Source create() {
    return source(new Audience.Everyone());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience));
  }

  private Source source(Audience audience) {
    GitSettings plain =
        GitSettings.of(new SourceId("team"), repo.folder().toString(), temporary.resolve("unused"));
    return new GitSource(
        new GitSettings(
            plain.id(),
            plain.location(),
            plain.branch(),
            plain.subfolder(),
            plain.link(),
            audience,
            plain.include(),
            plain.exclude(),
            plain.maxBytes(),
            plain.workDir(),
            plain.credentials()),
        READABLE);
  }

  @Override
  public void write(String key, String text) throws Exception {
    repo.write(key, text);
  }

  @Override
  public void delete(String key) throws Exception {
    repo.delete(key);
  }

  @Override
  public void move(String from, String to) throws Exception {
    repo.move(from, to);
  }

  @Override
  public void publish() throws Exception {
    repo.commit("changes");
  }

  @Override
  public void breakDown() throws Exception {
    Files.move(repo.folder(), temporary.resolve("elsewhere"));
  }

  @Override
  public Set<String> present() throws Exception {
    return repo.present();
  }
}
