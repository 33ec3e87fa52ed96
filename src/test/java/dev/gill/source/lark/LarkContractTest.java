package dev.gill.source.lark;

import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The wiki's documents pass the contracts that apply; they are no files. */
@Tag("slow")
final class LarkContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  @TempDir Path data;
  private Larks larks;
  private StandInLark lark;

  @BeforeEach
  void begin() throws IOException {
    larks = new Larks(data);
    lark = new StandInLark();
  }

  @AfterEach
  void end() {
    lark.close();
    larks.close();
  }

  @Override
  public Source create() {
    return larks.source(lark.url());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(larks.source(lark.url(), "audience", audience.toString()));
  }

  @Override
  public void write(String key, String text) {
    lark.write(key, text);
  }

  @Override
  public void delete(String key) {
    lark.delete(key);
  }

  /** The trees are walked anew at the next look. */
  @Override
  public void publish() {
    larks.pass(Duration.ofMinutes(1));
  }

  @Override
  public void breakDown() {
    lark.close();
  }

  @Override
  public Set<String> present() {
    return lark.tokens();
  }
}
