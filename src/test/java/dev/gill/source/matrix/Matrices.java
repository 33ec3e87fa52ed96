package dev.gill.source.matrix;

import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sources over a homeserver on this machine. */
final class Matrices implements AutoCloseable {
  final HttpClients clients =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));
  private final Path data;

  /** Who wants nothing of theirs to be read. */
  Set<Identity> optedOut = Set.of();

  Matrices(Path data) {
    this.data = data;
  }

  SourceContext context() {
    return new SourceContext(
        data, _ -> true, InstantSource.system(), new People(Map.of(), optedOut));
  }

  MatrixSource source(String url, String token, String... settings) {
    MatrixSettings read = MatrixType.read(settings(url, token, settings), context());
    return new MatrixSource(read, clients.client(read.http()), context().clock());
  }

  /** With settings as key, value, key, value. */
  static Settings settings(String url, String token, String... settings) {
    Map<String, String> written = new HashMap<>();
    written.put("url", url);
    written.put("token", token);
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
