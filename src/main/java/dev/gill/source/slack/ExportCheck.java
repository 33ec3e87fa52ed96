package dev.gill.source.slack;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.chat.Rules;
import dev.gill.source.sweep.Listing;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks an export: can it be read, which channels are in it, what would be read of them. */
final class ExportCheck {
  private static final int SHOWN = 10;

  private final SlackSettings settings;
  private final InstantSource clock;
  private final Consumer<CheckStep> report;

  ExportCheck(SlackSettings settings, InstantSource clock, Consumer<CheckStep> report) {
    this.settings = settings;
    this.clock = clock;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      State state = new Export(settings).look();
      report.accept(passed("export", "The export can be read."));
      if (state.channels().isEmpty()) {
        report.accept(
            failed("channels", "No channel of it would be read; correct include and exclude."));
        report.accept(skipped("conversations", "An earlier step must work first."));
        return;
      }
      report.accept(passed("channels", channels(state)));
      Rules rules =
          new Rules(
              account -> settings.optedOut(state.members().identities(account)),
              settings.bots(),
              settings.keep());
      Listing listing =
          new Conversations(settings.id(), rules)
              .list(new Rooms(settings).of(state), Set.of(), Set.of(), clock.instant());
      report.accept(
          passed(
              "conversations",
              "%d conversations would be read.".formatted(listing.documents().size())));
    } catch (SourceException e) {
      report.accept(failed("export", e.getMessage()));
      report.accept(skipped("channels", "An earlier step must work first."));
      report.accept(skipped("conversations", "An earlier step must work first."));
    }
  }

  private static String channels(State state) {
    String counts =
        state.channels().stream()
            .limit(SHOWN)
            .map(
                held ->
                    "%s %d".formatted(held.channel().title(state.members()), held.posts().size()))
            .collect(Collectors.joining(", "));
    return "Messages by channel: %s%s."
        .formatted(counts, state.channels().size() > SHOWN ? ", …" : "");
  }
}
