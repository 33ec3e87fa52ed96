package dev.gill.source.webdav;

import dev.gill.model.Audience;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.WrittenHttp;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code webdav}. */
public final class WebdavType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final HttpLimits LIMITS = HttpLimits.USUAL.withPerMinute(600);

  private final HttpClients clients;

  /** Asks servers through these clients. */
  public WebdavType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "webdav";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "username",
        "password",
        "password-file",
        "token",
        "token-file",
        "link",
        "audience",
        "include",
        "exclude",
        "every",
        "sweep-every",
        "max-bytes",
        "requests-per-minute",
        "internal-hosts",
        "redirect-hosts");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    WebdavSettings read = read(settings, surroundings);
    return new MadeSource(
        new WebdavSource(read, client(read), surroundings),
        settings.duration("every").orElse(EVERY));
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    WebdavSettings read = read(settings, surroundings);
    new WebdavCheck(read, client(read), surroundings, report).run();
  }

  private HostClient client(WebdavSettings settings) {
    return clients.client(settings.http());
  }

  private static WebdavSettings read(Settings settings, SourceContext surroundings) {
    long maxBytes = settings.bytes("max-bytes", WebdavSettings.MAX_BYTES);
    return new WebdavSettings(
        WrittenHttp.read(
            settings,
            folder(settings.required("url")),
            LIMITS.withBytes(Math.max(maxBytes, LIMITS.bytes()))),
        settings.text("link").orElse(""),
        settings.audience(new Audience.Nobody()),
        settings.list("include"),
        settings.list("exclude"),
        maxBytes,
        settings.duration("sweep-every").orElse(WebdavSettings.SWEEP_EVERY),
        surroundings.data().resolve("webdav").resolve(settings.source().name()));
  }

  /** The address of a folder ends with a slash, so that what lies in it is found below it. */
  private static String folder(String url) {
    return url.endsWith("/") ? url : url + "/";
  }
}
