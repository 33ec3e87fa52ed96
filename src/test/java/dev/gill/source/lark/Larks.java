package dev.gill.source.lark;

import dev.gill.model.Identity;
import dev.gill.model.People;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sources over a stand-in on this machine, with a clock that a test sets. */
final class Larks implements AutoCloseable {
  final HttpClients clients =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));
  private final Path data;
  private final Set<Identity> optedOut = new HashSet<>();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  Larks(Path data) {
    this.data = data;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  SourceContext context() {
    return new SourceContext(
        data, name -> name.endsWith(".md"), () -> now, new People(Map.of(), optedOut));
  }

  LarkSource source(String url, String... settings) {
    LarkSettings read = LarkType.read(settings(url, settings), context());
    return new LarkSource(
        read, clients.client(read.http()), context().readable(), context().clock());
  }

  LarkChatSource chat(String url, String... settings) {
    ChatSettings read = LarkChatType.read(chatSettings(url, settings), context());
    return new LarkChatSource(read, clients.client(read.http()), context().clock());
  }

  void optOut(Identity person) {
    optedOut.add(person);
  }

  /** Those of groups, as key, value, key, value. */
  static Settings chatSettings(String url, String... settings) {
    return new Settings(new SourceId("team"), written(url, settings));
  }

  /** With settings as key, value, key, value. */
  static Settings settings(String url, String... settings) {
    Map<String, String> written = written(url, settings);
    written.putIfAbsent("sweep-every", "1ms");
    return new Settings(new SourceId("team"), written);
  }

  private static Map<String, String> written(String url, String... settings) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url);
    written.put("internal-hosts", URI.create(url).getAuthority());
    written.put("app-id", "cli_gill");
    written.put("app-secret", StandInLark.SECRET);
    written.put("requests-per-minute", "100000");
    for (int i = 0; i < settings.length; i += 2) {
      written.put(settings[i], settings[i + 1]);
    }
    return written;
  }

  @Override
  public void close() {
    clients.close();
  }
}
