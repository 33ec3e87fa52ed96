package dev.gill.source.matrix;

import dev.gill.source.SourceException;
import dev.gill.source.chat.Archive;
import dev.gill.source.chat.Kept;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the rooms of an account in step, in an archive. A look asks {@code /sync} until it says
 * nothing new: some servers repeat an older answer for a while to whoever asks the same again. What
 * was said before, and what the server left out, is read backwards, a few pages a look.
 */
final class FollowedRooms {
  private static final int MOST_ANSWERS = 100;

  /** How often an answer without news is mistrusted whose token moved nevertheless. */
  private static final int TRIES = 3;

  private static final int PAGES = 10;

  private final MatrixSettings settings;
  private final Homeserver server;
  private final Archive archive;
  private final States states;
  private final Set<String> gone = new HashSet<>();
  private final Map<String, Integer> refused = new HashMap<>();
  private Optional<String> account = Optional.empty();
  private volatile int invited;

  FollowedRooms(MatrixSettings settings, Homeserver server, States states) {
    this.settings = settings;
    this.server = server;
    this.states = states;
    this.archive = new Archive(settings.workDir().resolve("rooms"), settings.rules().optedOut());
  }

  /**
   * What a look found.
   *
   * @param rooms those that the account is in, read or not
   * @param gone those that it was in since Gill started
   * @param filling whether more that was said is still to be read
   */
  record Look(
      String account,
      Position position,
      Map<String, Kept> rooms,
      Set<String> gone,
      boolean filling) {}

  /** Follows what happened, and reads the next of what was missed. */
  Look look() throws SourceException, InterruptedException {
    if (account.isEmpty()) {
      account = Optional.of(server.account());
    }
    return archive.hold(this::follow);
  }

  /** How many rooms the account could join, as far as it was said since Gill started. */
  int invited() {
    return invited;
  }

  private Look follow() throws SourceException, InterruptedException {
    Position position = begin();
    int quiet = 0;
    for (int i = 0; i < MOST_ANSWERS && quiet < TRIES; i++) {
      SyncAnswer answer = server.sync(position.since(), Duration.ZERO);
      invited += answer.invited();
      boolean still = position.since().filter(answer.next()::equals).isPresent();
      Position next = position.after(answer);
      Map<String, Optional<Kept>> changed = new TreeMap<>();
      take(answer, position, next, changed);
      if (!changed.isEmpty() || !next.equals(position)) {
        archive.keep(changed, next.write());
      }
      position = next;
      quiet = still ? TRIES : answer.isNews() ? 0 : quiet + 1;
    }
    boolean filling = fill(position);
    return new Look(
        position.account(), position, Map.copyOf(archive.rooms()), Set.copyOf(gone), filling);
  }

  /** Where the archive is one of this account; else it begins anew. */
  private Position begin() throws SourceException, InterruptedException {
    Position fresh = Position.begin(settings.http().base().toString(), account.orElseThrow());
    Optional<Position> kept =
        archive
            .position()
            .flatMap(Position::read)
            .filter(each -> each.account().equals(fresh.account()))
            .filter(each -> each.server().equals(fresh.server()));
    if (kept.isEmpty() && !archive.rooms().isEmpty()) {
      Map<String, Optional<Kept>> all = new TreeMap<>();
      archive.rooms().keySet().forEach(room -> all.put(room, Optional.empty()));
      archive.keep(all, fresh.write());
    }
    return kept.orElse(fresh);
  }

  private void take(
      SyncAnswer answer, Position before, Position now, Map<String, Optional<Kept>> changed)
      throws SourceException, InterruptedException {
    for (Map.Entry<String, SyncAnswer.News> each : answer.joined().entrySet()) {
      String room = each.getKey();
      gone.remove(room);
      Draft draft = draft(Optional.ofNullable(archive.rooms().get(room)));
      take(room, draft, each.getValue(), before, now);
      changed.put(room, Optional.of(draft.kept()));
    }
    for (String room : answer.left()) {
      gone.add(room);
      if (archive.rooms().containsKey(room)) {
        changed.put(room, Optional.empty());
      }
    }
    for (Map.Entry<String, Kept> each : archive.rooms().entrySet()) {
      if (!changed.containsKey(each.getKey())) {
        reconsider(each.getKey(), each.getValue(), now)
            .ifPresent(kept -> changed.put(each.getKey(), Optional.of(kept)));
      }
    }
  }

  private void take(String room, Draft draft, SyncAnswer.News news, Position before, Position now)
      throws SourceException, InterruptedException {
    news.state().forEach(draft::apply);
    news.events().stream().filter(Event::changesState).forEach(draft::apply);
    boolean reads = draft.state.read;
    if (!wanted(room, draft.state, now)) {
      draft.forget();
      return;
    }
    if (!reads || returned(news)) {
      draft.readFrom(news.before().isEmpty() ? now.since().orElseThrow() : news.before());
    } else if (news.limited()) {
      draft.state.gaps.add(new Gap(news.before(), before.since()));
    }
    news.events().stream().filter(event -> !event.changesState()).forEach(draft::apply);
    revert(room, draft);
  }

  /**
   * Whether the account was out of the room since the last answer. What was taken back meanwhile it
   * may not see, so all is read anew.
   */
  private boolean returned(SyncAnswer.News news) {
    return Stream.concat(news.state().stream(), news.events().stream())
        .anyMatch(event -> event.returns(account.orElseThrow()));
  }

  /** The settings, or whom it is known to be with, may have changed since. */
  private Optional<Kept> reconsider(String room, Kept kept, Position now) {
    RoomState state = states.of(room, kept);
    boolean wanted = wanted(room, state, now);
    boolean unwanted = state.edits.values().stream().anyMatch(this::isOfOptedOut);
    if (wanted == state.read && !unwanted) {
      return Optional.empty();
    }
    Draft draft = draft(Optional.of(kept));
    if (!wanted) {
      draft.forget();
    } else if (!state.read) {
      draft.readFrom(now.since().orElseThrow());
    }
    draft.state.edits.values().removeIf(this::isOfOptedOut);
    return Optional.of(draft.kept());
  }

  /** The archive sees to messages; edits that wait for theirs are known here alone. */
  private boolean isOfOptedOut(Edit edit) {
    return edit.content().isPresent() && settings.rules().optedOut().test(edit.sender());
  }

  private boolean wanted(String room, RoomState state, Position now) {
    return settings.wants(room, state, now.direct().contains(room));
  }

  private Draft draft(Optional<Kept> before) {
    return new Draft(before, account.orElseThrow(), settings.rules().optedOut());
  }

  private void revert(String room, Draft draft) throws SourceException, InterruptedException {
    for (String message : draft.reverted()) {
      draft.again(message, server.message(room, message), server.edit(room, message));
    }
  }

  /** Reads what was missed, and says whether more of it is left. */
  private boolean fill(Position position) throws SourceException, InterruptedException {
    int pages = 0;
    for (Map.Entry<String, Kept> each : Map.copyOf(archive.rooms()).entrySet()) {
      String room = each.getKey();
      if (states.of(room, each.getValue()).gaps.isEmpty()) {
        continue;
      }
      Draft draft = draft(Optional.of(each.getValue()));
      while (!draft.state.gaps.isEmpty()) {
        if (pages++ == PAGES) {
          return true;
        }
        Gap gap = draft.state.gaps.remove();
        Optional<Homeserver.Page> page = server.messages(room, gap);
        if (page.isEmpty() && refused.merge(room, 1, Integer::sum) < TRIES) {
          break; // the account is not in the room any more, as the next answer will say
        }
        refused.remove(room);
        page.ifPresent(read -> read.events().forEach(draft::apply));
        page.flatMap(Homeserver.Page::end)
            .ifPresent(end -> draft.state.gaps.addFirst(new Gap(end, gap.to())));
        revert(room, draft);
        archive.keep(Map.of(room, Optional.of(draft.kept())), position.write());
      }
    }
    return false;
  }
}
