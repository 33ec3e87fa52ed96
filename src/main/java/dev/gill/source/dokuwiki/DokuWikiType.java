package dev.gill.source.dokuwiki;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.WrittenHttp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code dokuwiki}. */
public final class DokuWikiType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final HttpLimits LIMITS = HttpLimits.USUAL.withPerMinute(600);

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
        new DokuWikiSource(read, clients.client(read.http()), surroundings.clock()), read.every());
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
        WrittenHttp.read(settings, base(settings), LIMITS),
        settings.list("include"),
        exclude.isEmpty() ? DokuWikiSettings.USUAL_EXCLUDE : exclude,
        settings.text("audience").map(_ -> settings.audience()),
        settings.duration("every").orElse(EVERY),
        settings.duration("sweep-every").orElse(SWEEP),
        surroundings.data().resolve("dokuwiki").resolve(settings.source().name()));
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
}
