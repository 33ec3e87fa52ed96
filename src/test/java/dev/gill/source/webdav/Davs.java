package dev.gill.source.webdav;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.Secret;
import dev.gill.source.SourceContext;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import dev.gill.source.http.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sources over WebDAV servers on this machine that never wait. */
final class Davs {
  static final Predicate<String> READABLE = name -> name.matches(".*\\.(md|txt|ics)");

  private static final HttpClients CLIENTS =
      new HttpClients(new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {}));

  private Davs() {}

  static WebdavSettings settings(String url, Audience audience, Path data) {
    URI base = URI.create(url);
    return new WebdavSettings(
        new HttpSettings(
            new SourceId("team"),
            base,
            Set.of(),
            Set.of(base.getAuthority()),
            new Credential.Basic("kb", Secret.of("kb-pass")),
            new HttpLimits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                64L << 20,
                100_000,
                1,
                1,
                Duration.ofSeconds(1))),
        "",
        audience,
        List.of(),
        List.of(),
        WebdavSettings.MAX_BYTES,
        WebdavSettings.SWEEP_EVERY,
        data);
  }

  static WebdavSource source(WebdavSettings settings, InstantSource clock) {
    return new WebdavSource(
        settings,
        CLIENTS.client(settings.http()),
        new SourceContext(settings.workDir(), READABLE, clock));
  }

  static WebdavSource source(WebdavSettings settings) {
    return source(settings, InstantSource.system());
  }

  static WebdavCheck check(
      WebdavSettings settings, java.util.function.Consumer<dev.gill.source.CheckStep> report) {
    return new WebdavCheck(
        settings,
        CLIENTS.client(settings.http()),
        new SourceContext(settings.workDir(), READABLE, InstantSource.system()),
        report);
  }
}
