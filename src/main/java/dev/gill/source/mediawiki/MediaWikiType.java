package dev.gill.source.mediawiki;

import dev.gill.model.Audience;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Secret;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code mediawiki}. */
public final class MediaWikiType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration SWEEP = Duration.ofMinutes(15);
  private static final long PER_MINUTE = 300;
  private static final long MOST_PER_MINUTE = 100_000;

  private final HttpClients clients;

  /** Asks wikis through these. */
  public MediaWikiType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "mediawiki";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "internal",
        "username",
        "password",
        "password-file",
        "namespaces",
        "audience",
        "restricted-audience",
        "every",
        "sweep",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    MediaWikiSettings read = read(settings);
    return new MadeSource(new MediaWikiSource(read, clients, surroundings.clock()), read.every());
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    new MediaWikiCheck(read(settings), clients, report).run();
  }

  static MediaWikiSettings read(Settings settings) {
    long perMinute = settings.number("requests-per-minute", PER_MINUTE);
    if (perMinute > MOST_PER_MINUTE) {
      throw settings.wrong("requests-per-minute", "is too large; make it 100000 at most");
    }
    URI api = api(settings);
    Optional<MediaWikiSettings.Login> login = login(settings);
    boolean internal = settings.flag("internal", false);
    if (login.isPresent() && api.getScheme().equals("http") && !internal) {
      throw settings.wrong(
          "url",
          "begins with http, so the password would travel unencrypted; write https, or set internal=true if the wiki lies in your own network");
    }
    Optional<Audience> restricted =
        settings.text("restricted-audience").map(written -> audience(settings, written));
    if (restricted.isPresent() && login.isEmpty()) {
      throw settings.wrong(
          "restricted-audience",
          "is for pages that only an account can read, and none is configured; set username and password, or take it out");
    }
    return new MediaWikiSettings(
        settings.source(),
        api,
        internal,
        login,
        settings.list("namespaces"),
        settings.text("audience").map(_ -> settings.audience()),
        restricted,
        settings.duration("every").orElse(EVERY),
        settings.duration("sweep").orElse(SWEEP),
        (int) perMinute);
  }

  private static URI api(Settings settings) {
    String written = settings.required("url").strip();
    String mend =
        "must be the address of the wiki's api.php, such as https://wiki.example.org/w/api.php, without user and password; the wiki's page Special:Version names it under entry points";
    try {
      URI uri = new URI(written);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawPath().endsWith("/api.php")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // It may hold a secret, so nothing of it is repeated.
    }
    throw settings.wrong("url", mend);
  }

  private static Optional<MediaWikiSettings.Login> login(Settings settings) {
    Optional<String> name = settings.text("username").map(String::strip);
    Optional<Secret> password = settings.secret("password");
    if (name.isPresent() != password.isPresent()) {
      throw settings.missing(name.isPresent() ? "password" : "username");
    }
    if (name.isPresent() && !name.get().contains("@")) {
      throw settings.wrong(
          "username",
          "must be the name of a bot password, such as Gill@reader; make one on the wiki's page Special:BotPasswords, with the grant Basic rights alone");
    }
    return name.map(n -> new MediaWikiSettings.Login(n, password.orElseThrow()));
  }

  private static Audience audience(Settings settings, String written) {
    try {
      return Audience.parse(written);
    } catch (IllegalArgumentException e) {
      throw settings.wrong(
          "restricted-audience",
          "cannot be read; make it everyone, or group names parted by commas");
    }
  }
}
