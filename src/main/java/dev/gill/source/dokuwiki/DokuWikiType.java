package dev.gill.source.dokuwiki;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Secret;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code dokuwiki}. */
public final class DokuWikiType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final long PER_MINUTE = 600;

  private final HttpClients clients;

  /** Asks wikis through these. */
  public DokuWikiType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "dokuwiki";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "internal-hosts",
        "username",
        "password",
        "password-file",
        "token",
        "token-file",
        "include",
        "exclude",
        "audience",
        "every",
        "sweep-every",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    DokuWikiSettings read = read(settings, surroundings);
    return new MadeSource(
        new DokuWikiSource(read, clients.client(read.http()), surroundings.clock()),
        settings.duration("every").orElse(EVERY));
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    DokuWikiSettings read = read(settings, surroundings);
    new DokuWikiCheck(read, new DokuWiki(read, clients.client(read.http())), report).run();
  }

  static DokuWikiSettings read(Settings settings, SourceContext surroundings) {
    List<String> exclude = settings.list("exclude");
    return new DokuWikiSettings(
        http(settings),
        settings.list("include"),
        exclude.isEmpty() ? DokuWikiSettings.USUAL_EXCLUDE : exclude,
        settings.text("audience").map(_ -> settings.audience()),
        settings.duration("sweep-every").orElse(SWEEP),
        surroundings.data().resolve("dokuwiki").resolve(settings.source().name()));
  }

  private static HttpSettings http(Settings settings) {
    HttpSettings written = HttpSettings.of(settings.source(), base(settings));
    HttpLimits usual = HttpLimits.USUAL;
    return new HttpSettings(
        written.source(),
        written.base(),
        Set.of(),
        new HashSet<>(settings.list("internal-hosts")),
        credential(settings, written),
        new HttpLimits(
            usual.headers(),
            usual.whole(),
            usual.bytes(),
            (int) Math.min(settings.number("requests-per-minute", PER_MINUTE), Integer.MAX_VALUE),
            usual.parallel(),
            usual.retries(),
            usual.patience()));
  }

  /** The address below which {@code doku.php} lies, also where that itself is written. */
  private static String base(Settings settings) {
    String url = settings.required("url").strip();
    if (url.contains("?") || url.contains("#")) {
      throw settings.wrong(
          "url",
          "must be the address of the wiki itself, such as https://wiki.example.org/; take the page out of it");
    }
    String base = url.replaceFirst("/(?:doku\\.php|lib/exe/xmlrpc\\.php)$", "/");
    return base.endsWith("/") ? base : base + "/";
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
