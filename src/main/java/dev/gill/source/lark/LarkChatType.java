package dev.gill.source.lark;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.http.HttpClients;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code lark-chat}. */
public final class LarkChatType implements SourceType {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration MEMBERS = Duration.ofMinutes(5);
  private static final Duration RESCAN = Duration.ofHours(1);

  private final HttpClients clients;

  /** Asks the platform through these. */
  public LarkChatType(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "lark-chat";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "internal-hosts",
        "app-id",
        "app-secret",
        "app-secret-file",
        "include",
        "exclude",
        "bots",
        "keep",
        "every",
        "members-every",
        "rescan-every",
        "requests-per-minute");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    ChatSettings read = read(settings, surroundings);
    Duration look = read.every().compareTo(LOOK) < 0 ? read.every() : LOOK;
    return new MadeSource(
        new LarkChatSource(read, clients.client(read.http()), surroundings.clock()), look);
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    ChatSettings read = read(settings, surroundings);
    LarkApi api = new LarkApi(read.app(), clients.client(read.http()), surroundings.clock());
    new LarkChatCheck(read, api, report).run(surroundings.clock().instant());
  }

  static ChatSettings read(Settings settings, SourceContext surroundings) {
    return new ChatSettings(
        Platform.http(settings),
        Platform.app(settings),
        settings.list("include"),
        settings.list("exclude"),
        settings.flag("bots", false),
        settings.period("keep"),
        settings.duration("every").orElse(EVERY),
        settings.duration("members-every").orElse(MEMBERS),
        settings.duration("rescan-every").orElse(RESCAN),
        surroundings.people(),
        surroundings.data().resolve("lark-chat").resolve(settings.source().name()));
  }
}
