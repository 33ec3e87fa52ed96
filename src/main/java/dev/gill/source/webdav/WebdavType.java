package dev.gill.source.webdav;

import dev.gill.model.Audience;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Secret;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code webdav}. */
public final class WebdavType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final int PER_MINUTE = 600;

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
        http(settings, maxBytes),
        settings.text("link").orElse(""),
        settings.audience(new Audience.Nobody()),
        settings.list("include"),
        settings.list("exclude"),
        maxBytes,
        settings.duration("sweep-every").orElse(WebdavSettings.SWEEP_EVERY),
        surroundings.data().resolve("webdav").resolve(settings.source().name()));
  }

  private static HttpSettings http(Settings settings, long maxBytes) {
    HttpSettings written = HttpSettings.of(settings.source(), folder(settings.required("url")));
    HttpLimits usual = HttpLimits.USUAL;
    long perMinute = settings.number("requests-per-minute", PER_MINUTE);
    return new HttpSettings(
        written.source(),
        written.base(),
        new HashSet<>(settings.list("redirect-hosts")),
        new HashSet<>(settings.list("internal-hosts")),
        credential(settings, written),
        new HttpLimits(
            usual.headers(),
            usual.whole(),
            Math.max(maxBytes, usual.bytes()),
            (int) Math.min(perMinute, Integer.MAX_VALUE),
            usual.parallel(),
            usual.retries(),
            usual.patience()));
  }

  /** The address of a folder ends with a slash, so that what lies in it is found below it. */
  private static String folder(String url) {
    return url.endsWith("/") ? url : url + "/";
  }

  private static Credential credential(Settings settings, HttpSettings written) {
    Optional<Secret> token = settings.secret("token");
    Optional<Secret> password = settings.secret("password");
    Optional<String> user = settings.text("username");
    if (token.isPresent() && (password.isPresent() || user.isPresent())) {
      throw settings.wrong("token", "stands beside a username or password; give one or the other");
    }
    if (token.isPresent()) {
      return new Credential.Bearer(token.get());
    }
    if (user.isEmpty() && password.isEmpty()) {
      return written.credential();
    }
    return new Credential.Basic(
        user.orElseThrow(() -> settings.missing("username")),
        password.orElseThrow(() -> settings.missing("password")));
  }
}
