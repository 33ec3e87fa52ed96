package dev.gill.source.matrix;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Room;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks an account: does the server know it, which rooms is it in, how would one read. */
final class MatrixCheck {
  private static final List<String> STEPS =
      List.of("homeserver", "account", "rooms", "encryption", "readers", "messages", "example");
  private static final int SHOWN = 60;
  private static final int NAMED = 10;

  private final MatrixSettings settings;
  private final Homeserver server;
  private final InstantSource clock;
  private final Consumer<CheckStep> report;
  private final States states = new States();
  private int done;

  MatrixCheck(
      MatrixSettings settings, Homeserver server, InstantSource clock, Consumer<CheckStep> report) {
    this.settings = settings;
    this.server = server;
    this.clock = clock;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      steps();
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
  }

  private void steps() throws SourceException, InterruptedException {
    pass("It answers, and knows version %s of the API.".formatted(server.version()));
    pass("The token is that of %s.".formatted(server.account()));
    FollowedRooms followed = new FollowedRooms(settings, server, states);
    FollowedRooms.Look look = followed.look();
    RoomsRead read = new RoomsRead(settings, states);
    read.see(look);
    if (!rooms(look, followed.invited())) {
      return;
    }
    encryption(look);
    readers(read);
    messages(read, look.filling());
  }

  private boolean rooms(FollowedRooms.Look look, int invited) {
    List<String> titles = new ArrayList<>();
    int direct = 0;
    int hidden = 0;
    int others = 0;
    for (Map.Entry<String, Kept> each : new TreeMap<>(look.rooms()).entrySet()) {
      RoomState state = states.of(each.getKey(), each.getValue());
      if (state.read) {
        titles.add(state.title(each.getKey(), look.account()));
      } else if (state.isDirect() || look.position().direct().contains(each.getKey())) {
        direct++;
      } else if (settings.hidesHistory(state) && settings.isChosen(each.getKey(), state)) {
        hidden++;
      } else {
        others++;
      }
    }
    String rest =
        "%d direct chats%s, %d that hide their history from newcomers, %d left out by include and exclude, %d invitations that wait"
            .formatted(
                direct,
                settings.direct() ? " left out" : " (direct is not switched on)",
                hidden,
                others,
                invited);
    step(
        titles.isEmpty()
            ? failed(
                STEPS.get(done),
                "No room would be read (%s): invite the account, join the rooms with it, or correct include and exclude."
                    .formatted(rest))
            : passed(
                STEPS.get(done),
                "%d rooms would be read (%s); besides: %s."
                    .formatted(titles.size(), named(titles), rest)));
    return !titles.isEmpty();
  }

  private void encryption(FollowedRooms.Look look) {
    List<String> titles =
        look.rooms().entrySet().stream()
            .filter(each -> states.of(each.getKey(), each.getValue()).read)
            .filter(each -> states.of(each.getKey(), each.getValue()).encrypted)
            .map(
                each ->
                    states.of(each.getKey(), each.getValue()).title(each.getKey(), look.account()))
            .sorted()
            .toList();
    step(
        titles.isEmpty()
            ? passed(STEPS.get(done), "No room that would be read is encrypted.")
            : failed(
                STEPS.get(done),
                "What is said in %s is encrypted and cannot be read: a bot that is to answer from a room needs one without encryption. What was said there before is read."
                    .formatted(named(titles))));
  }

  private void readers(RoomsRead read) {
    long people = read.rights().members().values().stream().flatMap(Set::stream).distinct().count();
    pass(
        "Each room answers those who are in it, %d accounts in all%s."
            .formatted(
                people,
                settings
                    .openRooms()
                    .map(audience -> "; open rooms answer %s".formatted(audience))
                    .orElse("")));
  }

  private void messages(RoomsRead read, boolean filling) {
    List<Room> rooms = read.rooms().stream().sorted(Comparator.comparing(Room::title)).toList();
    Conversations conversations = new Conversations(settings.id(), settings.rules());
    Listing listing = conversations.list(rooms, Set.of(), Set.of(), clock.instant());
    String more = filling ? "; more rooms and messages are read when it is followed" : "";
    if (listing.documents().isEmpty()) {
      step(
          filling
              ? skipped(STEPS.get(done), "The rooms are too long to be read for a check.")
              : failed(STEPS.get(done), "Nothing was said yet that could be quoted."));
      return;
    }
    pass(
        "Messages by room: %s; %d conversations would be read%s."
            .formatted(
                named(
                    rooms.stream()
                        .map(room -> "%s %d".formatted(room.title(), room.posts().size()))
                        .toList()),
                listing.documents().size(),
                more));
    if (conversations.read(listing.documents().firstEntry().getValue())
        instanceof Seen.Whole whole) {
      Message first = ((Content.Conversation) whole.change().content()).messages().getFirst();
      String begin = first.text().lines().findFirst().orElse("");
      pass(
          "%s, %s, %s says: %s"
              .formatted(
                  first.author(),
                  first.at(),
                  first.link(),
                  begin.length() > SHOWN ? begin.substring(0, SHOWN) + "…" : begin));
    }
  }

  private static String named(List<String> titles) {
    return titles.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (titles.size() > NAMED ? ", …" : "");
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
