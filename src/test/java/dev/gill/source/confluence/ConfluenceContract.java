package dev.gill.source.confluence;

import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Pages pass the contracts that apply; they are no files, so the one of file trees does not. */
abstract class ConfluenceContract extends SourceFixture
    implements ProtocolContract, AccessContract {
  @TempDir Path data;
  private Confluences sites;
  private StandInConfluence stand;

  abstract StandInConfluence stand() throws IOException;

  @BeforeEach
  void begin() throws IOException {
    sites = new Confluences(data);
    stand = stand();
  }

  @AfterEach
  void end() {
    stand.close();
    sites.close();
  }

  @Override
  public Source create() {
    return sites.source(stand);
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(sites.source(stand, "audience", audience.toString()));
  }

  @Override
  public void write(String key, String text) {
    stand.put(key, "OPS", key, null, text);
  }

  /** Into the trash. A page of that id that is written later is another version of it. */
  @Override
  public void delete(String key) {
    stand.trash(key);
  }

  @Override
  public void publish() {
    sites.pass(java.time.Duration.ofMinutes(5));
  }

  @Override
  public void breakDown() {
    stand.close();
  }

  @Override
  public Set<String> present() {
    return stand.present();
  }
}
