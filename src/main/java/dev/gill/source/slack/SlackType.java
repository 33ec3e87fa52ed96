package dev.gill.source.slack;

import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Redaction;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import dev.gill.source.http.WrittenHttp;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code slack}. */
public final class SlackType implements SourceType {
  private static final String URL = "https://slack.com/api/";
  private static final String FILES = "https://files.slack.com/";
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration MEMBERS = Duration.ofMinutes(5);
  private static final Duration RESCAN = Duration.ofDays(1);
  private static final HttpLimits HTTP = HttpLimits.USUAL;

  /**
   * Slack's <a href="https://docs.slack.dev/apis/web-api/rate-limits/">rate limits</a>: Tier 3, at
   * least 50 a minute, for an app that a team makes for itself, with a little left over for bursts;
   * 1 a minute and 15 messages for one that is distributed outside of the Marketplace.
   */
  private static final Map<String, SlackSettings.Limits> LIMITS =
      Map.of(
          "internal", new SlackSettings.Limits(45, 200),
          "distributed", new SlackSettings.Limits(1, 15));

  private final HttpClients clients;
  private final Workspaces workspaces;

  /** Asks Slack through these. */
  public SlackType(HttpClients clients) {
    this.clients = clients;
    this.workspaces = new Workspaces(clients);
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "token",
        "token-file",
        "app-token",
        "app-token-file",
        "path",
        "include",
        "exclude",
        "audience",
        "direct",
        "files",
        "max-bytes",
        "bots",
        "keep",
        "app",
        "history-per-minute",
        "every",
        "members-every",
        "rescan-every",
        "url",
        "internal-hosts",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    SlackSettings read = read(settings, surroundings);
    Duration look = read.every().compareTo(LOOK) < 0 ? read.every() : LOOK;
    return new MadeSource(source(read, surroundings), look);
  }

  SlackSource source(SlackSettings read, SourceContext surroundings) {
    return new SlackSource(read, workspaces.open(read, surroundings.clock()), surroundings.clock());
  }

  @Override
  public void startable(Settings settings) {
    if (settings.text("path").isPresent() && !Files.exists(settings.requiredPath("path"))) {
      throw settings.wrong(
          "path",
          "leads nowhere: there is no %s; name the zip file of an export"
              .formatted(Redaction.path(settings.requiredPath("path"))));
    }
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    SlackSettings read = read(settings, surroundings);
    if (read.path().isPresent()) {
      new ExportCheck(read, surroundings.clock(), report).run();
    } else {
      Api api = new Api(clients.client(read.http().orElseThrow()), new Problems(read.id()));
      new SlackCheck(read, api, report).run();
    }
  }

  static SlackSettings read(Settings settings, SourceContext surroundings) {
    SourceId id = settings.source();
    Optional<Path> path = settings.text("path").map(_ -> settings.requiredPath("path"));
    boolean token = settings.text("token").or(() -> settings.text("token-file")).isPresent();
    if (path.isPresent() == token) {
      throw path.isPresent()
          ? settings.wrong("path", "stands beside a token; give one or the other")
          : settings.missing("token-file (or path)");
    }
    SlackSettings.Limits usual = settings.choice("app", LIMITS, LIMITS.get("internal"));
    int perMinute =
        (int) Math.min(100_000, settings.number("history-per-minute", usual.perMinute()));
    return new SlackSettings(
        id,
        token ? Optional.of(WrittenHttp.read(settings, base(settings), HTTP)) : Optional.empty(),
        token ? Optional.of(files(settings)) : Optional.empty(),
        settings.secret("app-token"),
        path,
        path.isPresent() ? settings.text("url").map(_ -> base(settings)).orElse("") : "",
        settings.list("include"),
        settings.list("exclude"),
        new HashSet<>(settings.list("direct")),
        settings.text("audience").map(_ -> settings.audience()),
        settings.flag("files", true),
        settings.flag("bots", false),
        settings.period("keep"),
        new SlackSettings.Limits(perMinute, usual.page()),
        settings.duration("every").orElse(EVERY),
        settings.duration("members-every").orElse(MEMBERS),
        settings.duration("rescan-every").orElse(RESCAN),
        settings.bytes("max-bytes", HTTP.bytes()),
        surroundings.readable(),
        surroundings.people(),
        surroundings.data().resolve("slack").resolve(id.name()));
  }

  private static String base(Settings settings) {
    String url = settings.text("url").map(String::strip).orElse(URL);
    return url.endsWith("/") ? url : url + "/";
  }

  /** Files lie on a host of their own; those of a server of one's own lie on that. */
  private static HttpSettings files(Settings settings) {
    String base = settings.text("url").isPresent() ? base(settings) : FILES;
    HttpSettings read = WrittenHttp.read(settings, base, HTTP);
    return new HttpSettings(
        read.source(),
        URI.create(base).resolve("/"),
        read.redirectHosts(),
        read.internalHosts(),
        read.credential(),
        read.limits().withBytes(Math.min(settings.bytes("max-bytes", HTTP.bytes()), 1L << 30)));
  }
}
