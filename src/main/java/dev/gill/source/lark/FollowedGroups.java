package dev.gill.source.lark;

import dev.gill.source.SourceException;
import dev.gill.source.chat.Archive;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Noticed;
import dev.gill.source.chat.Readings;
import dev.gill.source.http.HostClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps the archive of all groups in step: what events named first, then all groups in turn. */
final class FollowedGroups {
  /** So that what was read is taken in from time to time. */
  private static final int REQUESTS_A_LOOK = 60;

  private final ChatSettings settings;
  private final InstantSource clock;
  private final LarkApi api;
  private final Groups groups;
  private final Archive archive;
  private final Readings<GroupReading> readings;
  private final Noticed<ChatNotice> notices = new Noticed<>();

  /**
   * What a look found.
   *
   * @param rooms what is kept of each group, by its id
   * @param unread of them, those that were not read from beginning to end yet
   * @param left groups that were followed before and are not any more
   */
  record Look(
      Map<String, Kept> rooms,
      Set<String> unread,
      Set<String> left,
      String standing,
      boolean more) {
    Look {
      rooms = Collections.unmodifiableMap(new TreeMap<>(rooms));
      unread = Set.copyOf(unread);
      left = Set.copyOf(left);
    }
  }

  FollowedGroups(ChatSettings settings, HostClient client, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.api = new LarkApi(settings.app(), client, clock);
    this.groups = new Groups(settings, api);
    this.archive = new Archive(settings.workDir().resolve("groups"), this::optedOut);
    this.readings = new Readings<>(archive, id -> new GroupReading(id, settings));
  }

  Groups groups() {
    return groups;
  }

  /** Takes notice of an event. Any thread, cheaply. */
  void notice(ChatNotice notice) {
    notices.add(notice);
  }

  /** Whoever cannot be looked up is left out until that works. */
  boolean optedOut(String account) {
    try {
      return !settings.people().digest().isEmpty() && settings.optedOut(groups.identities(account));
    } catch (SourceException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Reads what is new. */
  Look look() throws SourceException, InterruptedException {
    Set<ChatNotice> noticed = notices.take();
    boolean done = false;
    try {
      Look now = look(noticed);
      done = true;
      return now;
    } finally {
      if (!done) {
        notices.putBack(noticed);
      }
    }
  }

  private Look look(Set<ChatNotice> noticed) throws SourceException, InterruptedException {
    noticed.stream()
        .filter(ChatNotice.Came.class::isInstance)
        .forEach(notice -> groups.press(notice.group()));
    groups.refresh(clock.instant());
    return archive.hold(
        () -> {
          readings.adopt(groups.followed().keySet());
          noticed.forEach(this::press);
          boolean more;
          try {
            more = read();
          } finally {
            readings.keep();
          }
          return found(more);
        });
  }

  private void press(ChatNotice notice) {
    readings
        .of(notice.group())
        .ifPresent(
            reading -> {
              switch (notice) {
                case ChatNotice.Said said -> reading.pressEnd(said.topic());
                case ChatNotice.Recalled recalled -> reading.pressMessage(recalled.message());
                case ChatNotice.Came came -> {}
              }
            });
  }

  /** Says whether there is more to ask for at once. */
  private boolean read() throws SourceException, InterruptedException {
    boolean asked = true;
    int requests = 0;
    while (asked && requests < REQUESTS_A_LOOK) {
      asked = false;
      for (String group : readings.turns()) {
        if (step(group)) {
          asked = true;
          requests++;
        }
      }
    }
    return asked;
  }

  private boolean step(String group) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    try {
      boolean asked = readings.of(group).orElseThrow().step(api, now);
      if (asked) {
        readings.served(group, now);
      }
      return asked;
    } catch (LarkException e) {
      if (!GroupRefusal.left(e)) {
        throw GroupRefusal.of(settings.id(), e, "the messages of a group", "im:message.group_msg");
      }
      readings.leave(group);
      groups.leave(group);
      return false;
    }
  }

  private Look found(boolean more) {
    Map<String, Kept> rooms = new TreeMap<>();
    Set<String> unread = new TreeSet<>();
    long cost = 0;
    for (Map.Entry<String, GroupReading> each : readings.all().entrySet()) {
      rooms.put(each.getKey(), each.getValue().kept());
      cost += each.getValue().cost();
      if (!each.getValue().whole()) {
        unread.add(each.getKey());
      }
    }
    String standing =
        "%d groups; all of it is %d requests%s"
            .formatted(
                rooms.size(),
                cost,
                unread.isEmpty() ? "" : "; %d still being read".formatted(unread.size()));
    return new Look(rooms, unread, readings.left(), standing, more);
  }
}
