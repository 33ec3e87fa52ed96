package dev.gill.source.git;

import dev.gill.model.SourceId;
import dev.gill.source.Source;
import dev.gill.source.SourceContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A repository on this machine, read in place. */
@Tag("slow")
final class GitContractTest extends SourceContract {
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
  protected Source create() {
    return new GitSource(
        GitSettings.of(new SourceId("team"), repo.folder().toString(), temporary.resolve("unused")),
        READABLE);
  }

  @Override
  protected void write(String key, String text) throws Exception {
    repo.write(key, text);
  }

  @Override
  protected void delete(String key) throws Exception {
    repo.delete(key);
  }

  @Override
  protected void move(String from, String to) throws Exception {
    repo.move(from, to);
  }

  @Override
  protected void publish() throws Exception {
    repo.commit("changes");
  }

  @Override
  protected void breakDown() throws Exception {
    Files.move(repo.folder(), temporary.resolve("elsewhere"));
  }

  @Override
  protected Set<String> present() throws Exception {
    return repo.present();
  }
}
