package dev.gill.source.slack;

import dev.gill.source.SourceException;
import dev.gill.source.chat.Archive;
import dev.gill.source.chat.Attached;
import dev.gill.source.chat.Noticed;
import dev.gill.source.chat.Readings;
import dev.gill.source.http.Ask;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import dev.gill.source.http.HttpClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the archive of a workspace in step, as far as Slack's limits allow with each look: what
 * events named first, then all channels in turn.
 */
final class Following implements Workspace {
  /** So that what was read is taken in from time to time. */
  private static final int REQUESTS_A_LOOK = 60;

  private final SlackSettings settings;
  private final HttpClients clients;
  private final InstantSource clock;
  private final Api api;
  private final HostClient files;
  private final Roster roster;
  private final Canvases canvases;
  private final Archive archive;
  private final Pace history;
  private final Pace replies;
  private final Readings<Reading> readings;
  private final Noticed<Notice> notices = new Noticed<>();
  private final Set<Runnable> wakes = ConcurrentHashMap.newKeySet();
  private Optional<SocketMode> socket = Optional.empty();
  private final Snapshots snapshots = new Snapshots();

  Following(
      SlackSettings settings,
      HttpClients clients,
      HostClient client,
      HostClient files,
      InstantSource clock) {
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
    this.api = new Api(client, new Problems(settings.id()));
    this.files = files;
    this.roster = new Roster(settings, api);
    this.canvases = new Canvases(api, settings.members());
    this.archive = new Archive(settings.workDir().resolve("messages"), this::optedOut);
    this.readings = new Readings<>(archive, id -> new Reading(id, settings));
    this.history = new Pace(settings.limits().perMinute());
    this.replies = new Pace(settings.limits().perMinute());
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void onNews(Runnable wake) {
    wakes.add(wake);
    synchronized (wakes) {
      if (socket.isEmpty() && settings.appToken().isPresent()) {
        socket = Optional.of(SocketMode.start(settings, clients, api, this::came));
      }
    }
  }

  private void came(Notice notice) {
    notices.add(notice);
    wakes.forEach(Runnable::run);
  }

  @Override
  public void forget(Runnable wake) {
    wakes.remove(wake);
  }

  @Override
  public void close() {
    synchronized (wakes) {
      socket.ifPresent(SocketMode::close);
      socket = Optional.empty();
    }
  }

  @Override
  public synchronized State look() throws SourceException, InterruptedException {
    Set<Notice> noticed = notices.take();
    boolean done = false;
    try {
      State now = look(noticed);
      done = true;
      return now;
    } finally {
      if (!done) {
        notices.putBack(noticed);
      }
    }
  }

  private State look(Set<Notice> noticed) throws SourceException, InterruptedException {
    noticed.forEach(this::pressRoster);
    roster.refresh(clock.instant());
    if (settings.readsFiles()) {
      canvases.refresh(roster.channels().values(), clock.instant());
    }
    archive.hold(
        () -> {
          readings.adopt(roster.channels().keySet());
          noticed.forEach(this::pressReading);
          try {
            read();
          } finally {
            readings.keep();
          }
          return true;
        });
    return snapshots.of(roster, readings.all(), canvases, readings.left(), standing());
  }

  private void pressRoster(Notice notice) {
    switch (notice) {
      case Notice.Came(String channel) -> roster.pressMembers(channel);
      case Notice.Channels() -> roster.pressChannels();
      case Notice.Accounts() -> roster.pressAccounts();
      case Notice.File(String file) -> canvases.press(file);
      case Notice.End end -> {}
      case Notice.Thread thread -> {}
    }
  }

  private void pressReading(Notice notice) {
    switch (notice) {
      case Notice.End(String channel) -> readings.of(channel).ifPresent(Reading::pressEnd);
      case Notice.Thread(String channel, String root) ->
          readings.of(channel).ifPresent(reading -> reading.pressThread(root));
      case Notice.File(String file) ->
          readings.all().values().forEach(reading -> reading.pressFile(file));
      case Notice.Came came -> {}
      case Notice.Channels channels -> {}
      case Notice.Accounts accounts -> {}
    }
  }

  private boolean optedOut(String account) {
    return settings.optedOut(roster.members().identities(account));
  }

  private void read() throws SourceException, InterruptedException {
    boolean asked = true;
    for (int requests = 0; asked && requests < REQUESTS_A_LOOK; ) {
      asked = false;
      for (String channel : readings.turns()) {
        if (step(channel)) {
          asked = true;
          requests++;
        }
      }
    }
  }

  private boolean step(String channel) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    try {
      Reading.Asked asked =
          readings
              .of(channel)
              .orElseThrow()
              .step(api, new Reading.Allowed(history.allows(now), replies.allows(now)), now);
      switch (asked) {
        case HISTORY -> history.take(now);
        case REPLIES -> replies.take(now);
        case NOTHING -> {
          return false;
        }
      }
      readings.served(channel, now);
      return true;
    } catch (LeftChannelException e) {
      readings.leave(channel);
      roster.leave(channel);
      return false;
    }
  }

  private String standing() {
    long unread = readings.all().values().stream().filter(reading -> !reading.whole()).count();
    long cost = readings.all().values().stream().mapToLong(Reading::cost).sum();
    long minutes = Math.ceilDiv(cost, (long) history.perMinute());
    String all =
        "%d channels; all of it is %d requests, %d a minute, so an edit of any age is seen within %s"
            .formatted(
                readings.all().size(),
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
  public Optional<byte[]> content(Attached file) throws SourceException, InterruptedException {
    HttpAnswer answer = files.ask(Ask.get(file.content()));
    return answer instanceof HttpAnswer.Found found
        ? Optional.of(found.body()).filter(_ -> !signInPage(file, found))
        : Optional.empty();
  }

  /** What Slack shows, with status 200, to whom it does not give the file. */
  private static boolean signInPage(Attached file, HttpAnswer.Found found) {
    boolean page = found.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    return page && !file.type().startsWith("text/html");
  }
}
