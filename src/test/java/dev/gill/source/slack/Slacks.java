package dev.gill.source.slack;

import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sources over a workspace on this machine, with a clock that a test sets. */
final class Slacks implements AutoCloseable {
  final HttpClients clients =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));
  private final SlackType type = new SlackType(clients);
  private final Path data;
  private final Set<Identity> optedOut = new HashSet<>();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  Slacks(Path data) {
    this.data = data;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void optOut(Identity person) {
    optedOut.add(person);
  }

  void nobodyOptedOut() {
    optedOut.clear();
  }

  SourceContext context() {
    return new SourceContext(
        data, name -> name.matches(".*\\.(md|html)"), () -> now, new People(Map.of(), optedOut));
  }

  SlackSource source(String url, String... settings) {
    return open(written(url, settings));
  }

  SlackSource open(Settings settings) {
    return type.source(SlackType.read(settings, context()), context());
  }

  /** With settings as key, value, key, value; many requests are allowed if they do not say. */
  static Settings written(String url, String... settings) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url);
    written.put("token", SmallSlack.TOKEN);
    written.put("internal-hosts", URI.create(url).getAuthority());
    written.put("requests-per-minute", "100000");
    written.put("history-per-minute", "100000");
    for (int i = 0; i < settings.length; i += 2) {
      written.put(settings[i], settings[i + 1]);
    }
    return new Settings(new SourceId("team"), written);
  }

  /** An event as Slack posts it. */
  static byte[] event(String event) {
    return "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":%s}"
        .formatted(event)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    clients.close();
  }
}
