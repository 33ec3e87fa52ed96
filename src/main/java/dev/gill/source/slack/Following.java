package dev.gill.source.slack;

import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the archive of a workspace in step, as far as Slack's limits allow with each look: what
 * events named first, then all channels in turn.
 */
final class Following implements Workspace {
  /** So that what was read is taken in from time to time. */
  private static final int REQUESTS_A_LOOK = 60;

  private final SlackSettings settings;
  private final InstantSource clock;
  private final Api api;
  private final HostClient files;
  private final Roster roster;
  private final ArchiveFolder folder;
  private final Pace history;
  private final Pace replies;
  private final Map<String, Reading> readings = new TreeMap<>();
  private final Map<String, Instant> served = new HashMap<>();
  private final Set<String> left = new HashSet<>();
  private final Set<Notice> notices = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Snapshots snapshots = new Snapshots();
  private Optional<OptOuts> applied = Optional.empty();

  /** What decides whose texts are kept. */
  private record OptOuts(Members members, String people) {}

  Following(SlackSettings settings, HostClient client, HostClient files, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.api = new Api(client, new Problems(settings.id()));
    this.files = files;
    this.roster = new Roster(settings, api);
    this.folder = new ArchiveFolder(settings.workDir().resolve("messages"));
    this.history = new Pace(settings.limits().perMinute());
    this.replies = new Pace(settings.limits().perMinute());
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public synchronized State look() throws SourceException, InterruptedException {
    try {
      Set<Notice> noticed;
      synchronized (notices) {
        noticed = new LinkedHashSet<>(notices);
      }
      noticed.forEach(this::pressRoster);
      roster.refresh(clock.instant());
      adopt();
      noticed.forEach(this::pressReading);
      notices.removeAll(noticed);
      try {
        read();
      } finally {
        for (Reading reading : readings.values()) {
          reading.archive().save();
        }
      }
    } catch (IOException e) {
      throw new SourceException.Broken(
          "What was read of source %s cannot be kept in the data folder: make room there, and let the user that Gill runs as write to it."
              .formatted(settings.id()),
          e);
    }
    return snapshots.of(roster, readings, left, standing());
  }

  private void pressRoster(Notice notice) {
    switch (notice) {
      case Notice.Came(String channel) -> roster.pressMembers(channel);
      case Notice.Channels() -> roster.pressChannels();
      case Notice.Accounts() -> roster.pressAccounts();
      case Notice.End end -> {}
      case Notice.Thread thread -> {}
    }
  }

  private void pressReading(Notice notice) {
    switch (notice) {
      case Notice.End(String channel) -> reading(channel).ifPresent(Reading::pressEnd);
      case Notice.Thread(String channel, String root) ->
          reading(channel).ifPresent(reading -> reading.pressThread(root));
      case Notice.Came came -> {}
      case Notice.Channels channels -> {}
      case Notice.Accounts accounts -> {}
    }
  }

  private Optional<Reading> reading(String channel) {
    return Optional.ofNullable(readings.get(channel));
  }

  /** Opens what is followed, and forgets what is not any more. */
  private void adopt() throws IOException {
    Set<String> now = roster.channels().keySet();
    Set<String> kept = new HashSet<>(folder.channels());
    kept.addAll(readings.keySet());
    for (String channel : kept) {
      if (!now.contains(channel)) {
        leave(channel);
      }
    }
    for (String channel : now) {
      left.remove(channel);
      readings.computeIfAbsent(
          channel, id -> new Reading(id, new Archive(id, folder, this::optedOut), settings));
    }
    OptOuts wanted = new OptOuts(roster.members(), settings.people().digest());
    if (!applied.equals(Optional.of(wanted))) {
      readings.values().stream()
          .filter(reading -> reading.archive().applyOptOuts())
          .forEach(Reading::pressSweep);
      applied = Optional.of(wanted);
    }
  }

  private boolean optedOut(String account) {
    return settings.optedOut(roster.members().identities(account));
  }

  private void leave(String channel) throws IOException {
    readings.remove(channel);
    left.add(channel);
    folder.delete(channel);
  }

  private void read() throws SourceException, InterruptedException, IOException {
    boolean asked = true;
    for (int requests = 0; asked && requests < REQUESTS_A_LOOK; ) {
      asked = false;
      for (String channel : turns()) {
        if (step(channel)) {
          asked = true;
          requests++;
        }
      }
    }
  }

  /** Channels that events named first, then those that waited longest. */
  private List<String> turns() {
    return readings.keySet().stream()
        .sorted(
            Comparator.comparing((String channel) -> !readings.get(channel).pressed())
                .thenComparing(channel -> served.getOrDefault(channel, Instant.MIN)))
        .toList();
  }

  private boolean step(String channel) throws SourceException, InterruptedException, IOException {
    Instant now = clock.instant();
    try {
      Reading.Asked asked =
          readings
              .get(channel)
              .step(api, new Reading.Allowed(history.allows(now), replies.allows(now)), now);
      switch (asked) {
        case HISTORY -> history.take(now);
        case REPLIES -> replies.take(now);
        case NOTHING -> {
          return false;
        }
      }
      served.put(channel, now);
      return true;
    } catch (LeftChannelException e) {
      leave(channel);
      roster.leave(channel);
      return false;
    }
  }

  private String standing() {
    long unread = readings.values().stream().filter(reading -> !reading.whole()).count();
    long cost = readings.values().stream().mapToLong(Reading::cost).sum();
    long minutes = Math.ceilDiv(cost, (long) history.perMinute());
    String all =
        "%d channels; all of it is %d requests, %d a minute, so an edit of any age is seen within %s"
            .formatted(
                readings.size(),
                cost,
                history.perMinute(),
                hours(settings.rescan().plusMinutes(minutes)));
    return unread == 0 ? all : "%s; %d still being read".formatted(all, unread);
  }

  private static String hours(Duration time) {
    long minutes = Math.max(1, time.toMinutes());
    return minutes < 120 ? minutes + " min" : Math.ceilDiv(minutes, 60L) + " h";
  }

  @Override
  public Optional<byte[]> content(SharedFile file) throws SourceException, InterruptedException {
    HttpAnswer answer = files.ask(Ask.get(file.content()));
    return answer instanceof HttpAnswer.Found found
        ? Optional.of(found.body()).filter(_ -> !signInPage(file, found))
        : Optional.empty();
  }

  /** What Slack shows, with status 200, to whom it does not give the file. */
  private static boolean signInPage(SharedFile file, HttpAnswer.Found found) {
    boolean page = found.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    return page && !file.type().startsWith("text/html");
  }
}
