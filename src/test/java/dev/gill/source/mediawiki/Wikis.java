package dev.gill.source.mediawiki;

import dev.gill.model.SourceId;
import dev.gill.source.Settings;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Sources over a wiki on this machine, with a clock that a test sets. */
final class Wikis implements AutoCloseable {
  final HttpClients clients =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  void pass(Duration time) {
    now = now.plus(time);
  }

  InstantSource clock() {
    return () -> now;
  }

  /** With settings as key, value, key, value. */
  MediaWikiSource source(String url, String... settings) {
    return new MediaWikiSource(MediaWikiType.read(settings(url, settings)), clients, clock());
  }

  static Settings settings(String url, String... settings) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url);
    written.put("internal", "true");
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
