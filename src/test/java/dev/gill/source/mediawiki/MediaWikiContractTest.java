package dev.gill.source.mediawiki;

import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * The wiki's pages pass the contracts that apply; they are no files, so the one of file trees does
 * not.
 */
@Tag("slow")
final class MediaWikiContractTest extends SourceFixture
    implements ProtocolContract, AccessContract {
  private final Wikis wikis = new Wikis();
  private StandInWiki wiki;

  @BeforeEach
  void begin() throws IOException {
    wiki = new StandInWiki();
  }

  @AfterEach
  void end() {
    wiki.close();
    wikis.close();
  }

  @Override
  public Source create() {
    return wikis.source(wiki.url());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(wikis.source(wiki.url(), "audience", audience.toString()));
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
    return wiki.titles();
  }
}
