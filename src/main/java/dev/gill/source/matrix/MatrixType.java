package dev.gill.source.matrix;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.chat.Rules;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import dev.gill.source.http.WrittenHttp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code matrix}. */
public final class MatrixType implements SourceType {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final String LINK = "https://matrix.to/#/";

  /** A first answer may take long to begin, and hold all members of all rooms. */
  private static final HttpLimits LIMITS =
      new HttpLimits(
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          512L << 20,
          600,
          8,
          3,
          Duration.ofMinutes(1));

  private final HttpClients clients;

  /** Asks homeservers through these. */
  public MatrixType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "internal-hosts",
        "token",
        "token-file",
        "include",
        "exclude",
        "direct",
        "newcomers",
        "open-rooms",
        "link",
        "bots",
        "keep",
        "every",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    MatrixSettings read = read(settings, surroundings);
    return new MadeSource(
        new MatrixSource(read, clients.client(read.http()), surroundings.clock()),
        settings.duration("every").orElse(EVERY));
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    MatrixSettings read = read(settings, surroundings);
    new MatrixCheck(
            read, new Homeserver(read, clients.client(read.http())), surroundings.clock(), report)
        .run();
  }

  static MatrixSettings read(Settings settings, SourceContext surroundings) {
    String realm = settings.source().name();
    HttpSettings http = WrittenHttp.read(settings, base(settings), LIMITS);
    if (settings.secret("token").isEmpty()) {
      throw settings.missing("token");
    }
    Rules rules =
        new Rules(
            account -> surroundings.people().optedOut(List.of(new Identity(realm, account))),
            settings.flag("bots", false),
            settings.period("keep"));
    return new MatrixSettings(
        http,
        settings.text("link").orElse(LINK),
        settings.list("include"),
        settings.list("exclude"),
        settings.flag("direct", false),
        settings.flag("newcomers", false),
        settings.text("open-rooms").map(_ -> openRooms(settings)),
        rules,
        surroundings.data().resolve("matrix").resolve(realm));
  }

  private static Audience openRooms(Settings settings) {
    try {
      return Audience.parse(settings.required("open-rooms"));
    } catch (IllegalArgumentException e) {
      throw settings.wrong(
          "open-rooms", "cannot be read; make it everyone, or group names parted by commas");
    }
  }

  private static String base(Settings settings) {
    String url = settings.required("url").strip().replaceFirst("/_matrix(?:/.*)?$", "/");
    return url.endsWith("/") ? url : url + "/";
  }
}
