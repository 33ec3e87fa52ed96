package dev.gill.source.chatexport;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.chat.Room;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks exported chats: can they be read, what is in them, how would a conversation read. */
final class ChatExportCheck {
  private static final int SHOWN = 60;
  private static final int ROOMS = 10;

  private final ExportSettings settings;
  private final InstantSource clock;
  private final Consumer<CheckStep> report;

  ChatExportCheck(ExportSettings settings, InstantSource clock, Consumer<CheckStep> report) {
    this.settings = settings;
    this.clock = clock;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      ExportFiles.Found found = new ExportFiles(settings).look();
      report.accept(
          found.troubles().isEmpty()
              ? passed("files", "All files can be read.")
              : failed(
                  "files",
                  found.troubles().entrySet().stream()
                      .limit(ROOMS)
                      .map(each -> each.getKey() + ": " + each.getValue())
                      .collect(Collectors.joining(" "))));
      rooms(found.rooms().values());
    } catch (SourceException e) {
      report.accept(failed("files", e.getMessage()));
      report.accept(skipped("rooms", "An earlier step must work first."));
      report.accept(skipped("example", "An earlier step must work first."));
    }
    audience();
  }

  private void rooms(Collection<Room> rooms) {
    Conversations conversations = new Conversations(settings.id(), settings.rules());
    Listing listing = conversations.list(rooms, Set.of(), Set.of(), clock.instant());
    String counts =
        rooms.stream()
            .limit(ROOMS)
            .map(room -> "%s %d".formatted(room.title(), room.posts().size()))
            .collect(Collectors.joining(", "));
    if (listing.documents().isEmpty()) {
      report.accept(failed("rooms", "There is no message; correct path, include and exclude."));
      report.accept(skipped("example", "An earlier step must work first."));
      return;
    }
    report.accept(
        passed(
            "rooms",
            "Messages by room: %s%s; %d conversations would be read."
                .formatted(counts, rooms.size() > ROOMS ? ", …" : "", listing.documents().size())));
    if (conversations.read(listing.documents().firstEntry().getValue())
        instanceof Seen.Whole whole) {
      Message first = ((Content.Conversation) whole.change().content()).messages().getFirst();
      String begin = first.text().lines().findFirst().orElse("");
      report.accept(
          passed(
              "example",
              "%s, %s: %s"
                  .formatted(
                      first.author(),
                      first.at(),
                      begin.length() > SHOWN ? begin.substring(0, SHOWN) + "…" : begin)));
    }
  }

  private void audience() {
    boolean nobody =
        settings.rights().audiences().values().stream().anyMatch(Audience.Nobody.class::isInstance);
    report.accept(
        nobody
            ? failed(
                "audience",
                "Nobody may read %s yet: set gill.sources.%s.audience to everyone, or to group names."
                    .formatted(
                        settings.audiences().isEmpty()
                            ? "them"
                            : "the rooms that audiences does not name",
                        settings.id()))
            : passed("audience", "They answer whom audience and audiences name."));
  }
}
