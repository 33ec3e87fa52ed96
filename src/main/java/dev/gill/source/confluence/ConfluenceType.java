package dev.gill.source.confluence;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import dev.gill.source.http.WrittenHttp;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code confluence}. */
public final class ConfluenceType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final HttpLimits LIMITS = HttpLimits.USUAL.withPerMinute(600);
  private static final long MAX_BYTES = 64L << 20;

  /** Where Cloud keeps attachments, to which it redirects. */
  private static final String MEDIA = "api.media.atlassian.com";

  private static final String SITE = ".atlassian.net";
  private static final String GATEWAY = "api.atlassian.com";

  private final HttpClients clients;

  /** Asks sites through these. */
  public ConfluenceType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "confluence";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "edition",
        "spaces",
        "username",
        "password",
        "password-file",
        "token",
        "token-file",
        "audience",
        "every",
        "sweep-every",
        "max-bytes",
        "requests-per-minute",
        "internal-hosts",
        "redirect-hosts");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    ConfluenceSettings read = read(settings, surroundings);
    return new MadeSource(
        new ConfluenceSource(read, clients.client(read.http()), surroundings), read.every());
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    ConfluenceSettings read = read(settings, surroundings);
    new ConfluenceCheck(read, clients.client(read.http()), surroundings, report).run();
  }

  static ConfluenceSettings read(Settings settings, SourceContext surroundings) {
    long maxBytes = settings.bytes("max-bytes", MAX_BYTES);
    String base = base(settings);
    HttpSettings http =
        WrittenHttp.read(settings, base, LIMITS.withBytes(Math.max(maxBytes, LIMITS.bytes())));
    boolean cloud =
        settings.choice(
            "edition", Map.of("cloud", true, "datacenter", false), atlassian(http.base()));
    return new ConfluenceSettings(
        cloud ? withMedia(http) : http,
        cloud,
        settings.list("spaces"),
        settings.text("audience").map(_ -> settings.audience()),
        settings.duration("every").orElse(EVERY),
        settings.duration("sweep-every").orElse(SWEEP),
        maxBytes,
        surroundings.data().resolve("confluence").resolve(settings.source().name()));
  }

  private static HttpSettings withMedia(HttpSettings http) {
    Set<String> redirects = new HashSet<>(http.redirectHosts());
    redirects.add(MEDIA);
    return new HttpSettings(
        http.source(),
        http.base(),
        redirects,
        http.internalHosts(),
        http.credential(),
        http.limits());
  }

  private static boolean atlassian(URI base) {
    String host = base.getHost();
    return host != null && (host.endsWith(SITE) || host.equals(GATEWAY));
  }

  /** The address of the dashboard, also where a page of it is written. */
  private static String base(Settings settings) {
    String url = settings.required("url").strip();
    if (url.contains("?") || url.contains("#")) {
      throw settings.wrong(
          "url",
          "must be the address of the site itself, such as https://team.atlassian.net/wiki or https://wiki.example.org; take the page out of it");
    }
    String base =
        url.replaceFirst("/(?:spaces|display|pages|dashboard\\.action|rest|api/v2)\\b.*$", "");
    String site = base.replaceFirst("/+$", "");
    boolean bare = site.matches("https?://[^/]+\\" + SITE);
    boolean gateway =
        site.matches("https://" + GATEWAY.replace(".", "\\.") + "/ex/confluence/[^/]+");
    return site + (bare || gateway ? "/wiki/" : "/");
  }
}
