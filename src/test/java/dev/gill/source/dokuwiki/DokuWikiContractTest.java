package dev.gill.source.dokuwiki;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The wiki's pages pass the contracts that apply; they are no files. */
@Tag("slow")
final class DokuWikiContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  @TempDir Path data;
  private Dokus dokus;
  private SmallDoku wiki;

  @BeforeEach
  void begin() throws IOException {
    dokus = new Dokus(data);
    wiki = new SmallDoku();
  }

  @AfterEach
  void end() {
    wiki.close();
    dokus.close();
  }

  @Override
  public Source create() {
    return dokus.source(wiki.url());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(dokus.source(wiki.url(), "audience", audience.toString()));
  }

  @Override
  public void write(String key, String text) {
    wiki.write(key, text);
  }

  @Override
  public void delete(String key) {
    wiki.delete(key);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() {
    wiki.close();
  }

  @Override
  public Set<String> present() {
    return wiki.ids();
  }
}
