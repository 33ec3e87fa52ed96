package dev.gill.source.webdav;

import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.FileTreeContract;
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

/** The contracts, over a server of one kind. */
abstract class SmallDavContract extends SourceFixture
    implements ProtocolContract, FileTreeContract, AccessContract {
  @TempDir Path data;
  private final SmallDav.Kind kind;
  private SmallDav server;

  SmallDavContract(SmallDav.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start() throws IOException {
    server = new SmallDav(kind);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Source create() {
    return Davs.source(Davs.settings(server.url(), new Audience.Everyone(), data));
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(Davs.source(Davs.settings(server.url(), audience, data)));
  }

  @Override
  public void write(String key, String text) {
    server.write(key, text);
  }

  @Override
  public void delete(String key) {
    server.delete(key);
  }

  @Override
  public void move(String from, String to) {
    server.move(from, to);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() {
    server.close();
  }

  @Override
  public Set<String> present() {
    return server.present();
  }
}
