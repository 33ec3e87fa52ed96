package dev.gill.source.chatexport;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.source.Audiences;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Redaction;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.chat.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code chatexport}. */
public final class ChatExportType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "chatexport";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "path",
        "zone",
        "me",
        "audience",
        "audiences",
        "include",
        "exclude",
        "bots",
        "keep",
        "every");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    return new MadeSource(
        new ChatExportSource(read(settings, surroundings), surroundings),
        settings.duration("every").orElse(EVERY));
  }

  @Override
  public void startable(Settings settings) {
    Path path = settings.requiredPath("path");
    if (!Files.exists(path)) {
      throw settings.wrong(
          "path",
          "leads nowhere: there is no %s; create it or name another"
              .formatted(Redaction.path(path)));
    }
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    new ChatExportCheck(read(settings, surroundings), surroundings.clock(), report).run();
  }

  private static ExportSettings read(Settings settings, SourceContext surroundings) {
    String realm = settings.source().name();
    Rules rules =
        new Rules(
            account -> surroundings.people().optedOut(List.of(new Identity(realm, account))),
            settings.flag("bots", false),
            settings.period("keep"));
    return new ExportSettings(
        settings.source(),
        settings.requiredPath("path"),
        settings.zone("zone").orElseGet(ZoneId::systemDefault),
        settings.text("me").orElse(""),
        settings.audience(new Audience.Nobody()),
        Audiences.read(settings, "file"),
        settings.list("include"),
        settings.list("exclude"),
        rules,
        surroundings.data().resolve("chatexport").resolve(realm));
  }
}
