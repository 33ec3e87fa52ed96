package dev.gill.source.slack;

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
import org.junit.jupiter.api.io.TempDir;

/**
 * A channel in which each message begins a thread of its own passes the contracts that apply; what
 * it says is no file. Between any two looks more time passes than until all is read again.
 */
final class SlackContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  @TempDir Path data;
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private Slacks slacks;
  private SmallSlack slack;

  @BeforeEach
  void begin() throws IOException {
    slacks = new Slacks(data);
    slack = new SmallSlack();
    slack.user("U1", "mira");
    slack.channel("C1", "ops", Kind.PUBLIC, "U1");
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  @Override
  public Source create() {
    return new NamedByText(slacks.source(slack.url()), names);
  }

  @Override
  public void write(String key, String text) {
    if (written.containsKey(key)) {
      slack.edit("C1", written.get(key), text);
      return;
    }
    String ts = slack.thread("C1", "U1", text);
    written.put(key, ts);
    names.put("C1/" + ts, key);
  }

  @Override
  public void delete(String key) {
    slack.deleteThread("C1", written.remove(key));
  }

  @Override
  public void publish() {
    slacks.pass(Duration.ofDays(2));
  }

  @Override
  public void breakDown() {
    slack.close();
    slacks.pass(Duration.ofDays(2));
  }

  @Override
  public Set<String> present() {
    return Set.copyOf(written.keySet());
  }
}
