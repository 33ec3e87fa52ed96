package dev.gill.source.lark;

import dev.gill.source.AccessContract;
import dev.gill.source.NamedByText;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * A group in which a message a day is said passes the contracts that apply; what it says is no
 * file. Between any two looks more time passes than until all is read again.
 */
@Tag("slow")
final class LarkChatContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  private static final String OPS = "oc_ops";

  @TempDir Path data;
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private Larks larks;
  private StandInLark lark;

  @BeforeEach
  void begin() throws IOException {
    larks = new Larks(data);
    lark = new StandInLark();
    lark.groups.group(OPS, "Ops", "ou_mira");
  }

  @AfterEach
  void end() {
    lark.close();
    larks.close();
  }

  @Override
  public Source create() {
    return new NamedByText(larks.chat(lark.url()), names);
  }

  @Override
  public void write(String key, String text) {
    if (written.containsKey(key)) {
      lark.groups.edit(written.get(key), text);
      return;
    }
    lark.groups.pass(90_000);
    String id = lark.groups.say(OPS, "ou_mira", text);
    written.put(key, id);
    names.put(OPS + "/" + id, key);
  }

  @Override
  public void delete(String key) {
    lark.groups.recall(written.remove(key));
  }

  @Override
  public void publish() {
    larks.pass(Duration.ofHours(2));
  }

  @Override
  public void breakDown() {
    lark.close();
    larks.pass(Duration.ofHours(2));
  }

  @Override
  public Set<String> present() {
    return Set.copyOf(written.keySet());
  }
}
