package dev.gill.source.lark;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code lark}. */
public final class LarkType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration MEMBERS = Duration.ofMinutes(5);

  private final HttpClients clients;

  /** Asks the platform through these. */
  public LarkType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "lark";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "internal-hosts",
        "app-id",
        "app-secret",
        "app-secret-file",
        "spaces",
        "minutes",
        "approvals",
        "audience",
        "time-zone",
        "every",
        "sweep-every",
        "members-every",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    LarkSettings read = read(settings, surroundings);
    return new MadeSource(
        new LarkSource(
            read, clients.client(read.http()), surroundings.readable(), surroundings.clock()),
        read.every());
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    LarkSettings read = read(settings, surroundings);
    new LarkCheck(
            read,
            clients.client(read.http()),
            surroundings.readable(),
            surroundings.clock(),
            report)
        .run();
  }

  static LarkSettings read(Settings settings, SourceContext surroundings) {
    HttpSettings http = Platform.http(settings);
    return new LarkSettings(
        http,
        Platform.app(settings),
        settings.list("spaces"),
        settings.list("minutes"),
        settings.list("approvals"),
        settings.text("audience").map(_ -> settings.audience()),
        zone(settings, http.base().toString()),
        settings.duration("every").orElse(EVERY),
        settings.duration("sweep-every").orElse(SWEEP),
        settings.duration("members-every").orElse(MEMBERS),
        surroundings.data().resolve("lark").resolve(settings.source().name()));
  }

  private static ZoneId zone(Settings settings, String base) {
    try {
      return ZoneId.of(
          settings.text("time-zone").orElse(base.equals(Platform.LARK) ? "UTC" : "Asia/Shanghai"));
    } catch (DateTimeException e) {
      throw settings.wrong("time-zone", "is not known; write one such as Asia/Shanghai");
    }
  }
}
