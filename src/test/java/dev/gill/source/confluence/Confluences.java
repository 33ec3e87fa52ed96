package dev.gill.source.confluence;

import dev.gill.model.SourceId;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Sources over a stand-in on this machine, with a clock that a test sets. */
final class Confluences implements AutoCloseable {
  final HttpClients clients =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));
  private final Path data;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  Confluences(Path data) {
    this.data = data;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  SourceContext context() {
    return new SourceContext(
        data, name -> name.endsWith(".txt") || name.endsWith(".pdf"), () -> now);
  }

  ConfluenceSource source(StandInConfluence stand, String... settings) {
    ConfluenceSettings read =
        ConfluenceType.read(settings(stand.url(), stand.settings(settings)), context());
    return new ConfluenceSource(read, clients.client(read.http()), context());
  }

  /** With settings as key, value, key, value. */
  static Settings settings(String url, String... settings) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url);
    written.put("internal-hosts", URI.create(url).getAuthority());
    written.put("requests-per-minute", "100000");
    for (int i = 0; i < settings.length; i += 2) {
      written.put(settings[i], settings[i + 1]);
    }
    return new Settings(new SourceId("team"), written);
  }

  @Override
  public void close() {
    clients.close();
  }
}
