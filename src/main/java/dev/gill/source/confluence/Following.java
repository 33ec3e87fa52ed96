package dev.gill.source.confluence;

import dev.gill.source.Due;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a {@link Site} in step. A look asks what was changed last. Every third one, and one that a
 * hook brought, asks one further list in turn as well, and takes the next steps of a {@link Round}:
 * as many as it takes to have asked for everything in time.
 */
final class Following {
  /** The most parts of a list of changes that are asked for in one look. */
  private static final int PARTS = 40;

  /** So many looks apart is asked what the list of changes does not tell. */
  private static final int APART = 3;

  private final ConfluenceSettings settings;
  private final Edition edition;
  private final Site site;
  private final InstantSource clock;
  private final Round round;
  private final Missed missed;
  private final NewRights rights;
  private final AtomicBoolean hooked = new AtomicBoolean();

  /** When the round went on last. */
  private Instant further = Instant.MIN;

  /** The latest change that each list has shown. */
  private final Map<Integer, Instant> reached = new HashMap<>();

  private Instant latest = Instant.MIN;
  private boolean whole;
  private int turn;

  Following(ConfluenceSettings settings, Edition edition, Site site, InstantSource clock) {
    this.settings = settings;
    this.edition = edition;
    this.site = site;
    this.clock = clock;
    this.round = new Round(settings, edition, site);
    this.missed = new Missed(edition, site);
    this.rights = new NewRights(edition, site);
  }

  /** A hook speaks of moves, deletes and rights too, so the next look goes further. Any thread. */
  void hook() {
    hooked.set(true);
  }

  /** Asks what is there now: of everything at the first look, else of what changed. */
  void look() throws SourceException, InterruptedException {
    Instant now = clock.instant();
    boolean goesFurther = hooked.getAndSet(false) || Due.again(further, apart(), now);
    if (!whole) {
      round.rest();
      latest = site.latest();
      whole = true;
      further = now;
    } else {
      Latest lists = edition.latest(List.copyOf(site.spaces()));
      changes(lists);
      if (goesFurther) {
        others(lists.others());
        round(Duration.between(further, now));
        further = now;
      }
    }
    newGroups();
  }

  private Duration apart() {
    Duration looks = settings.every().multipliedBy(APART);
    Duration part = settings.sweepEvery().dividedBy(4);
    return part.compareTo(looks) < 0 ? part : looks;
  }

  /** Twice round in the time that is set: a change may come right after its step. */
  private void round(Duration passed) throws SourceException, InterruptedException {
    double share = passed.toMillis() / (double) Math.max(1, settings.sweepEvery().toMillis());
    if (share >= 1) {
      round.whole();
      return;
    }
    for (double due = Math.max(1, 2 * share * round.length()); due > 0; due--) {
      round.step();
    }
  }

  private void changes(Latest lists) throws SourceException, InterruptedException {
    List<Item.Page> news = new ArrayList<>();
    Named named = follow(0, lists.pages(), news);
    if (lists.all()) {
      news.addAll(missed.among(named.ids(), named.since()));
    }
    rights.of(news);
  }

  private void others(List<Query> lists) throws SourceException, InterruptedException {
    if (!lists.isEmpty()) {
      int number = turn++ % lists.size();
      List<Item.Page> news = new ArrayList<>();
      follow(1 + number, lists.get(number), news);
      rights.of(news);
    }
  }

  /** The contents that a list has named, which are all since a moment. */
  private record Named(Set<String> ids, Instant since) {}

  /**
   * Goes on while all of a part is newer than what was met before, and some of it is news or none
   * of it is followed. Pages first, since files hang on them.
   */
  private Named follow(int number, Query list, List<Item.Page> news)
      throws SourceException, InterruptedException {
    Instant before = reached.getOrDefault(number, latest);
    Instant newest = before;
    Set<String> named = new HashSet<>();
    Instant oldest = Instant.MAX;
    Optional<String> from = Optional.empty();
    boolean further = true;
    for (int i = 0; i < PARTS && further; i++) {
      Part<Item> part = list.ask(from);
      part.items().forEach(item -> named.add(item.id()));
      List<Instant> times = part.items().stream().flatMap(item -> time(item).stream()).toList();
      further =
          take(part, news)
              && !times.isEmpty()
              && times.stream().noneMatch(time -> time.isBefore(before))
              && part.next().isPresent()
              && !part.next().equals(from);
      newest = times.stream().reduce(newest, (one, other) -> one.isAfter(other) ? one : other);
      oldest = times.stream().reduce(oldest, (one, other) -> one.isBefore(other) ? one : other);
      from = part.next();
    }
    reached.put(number, newest);
    return new Named(named, from.isEmpty() ? Instant.MIN : oldest);
  }

  /** Whether what comes next in the list may be news too. */
  private boolean take(Part<Item> part, List<Item.Page> news) {
    List<Item> items = new ArrayList<>(part.items());
    items.sort(Comparator.comparing(item -> !(item instanceof Item.Page)));
    boolean anyFollowed = false;
    boolean anyNews = false;
    for (Item item : items) {
      boolean isNews = site.take(item);
      anyNews |= isNews;
      anyFollowed |= site.follows(item);
      if (isNews && item instanceof Item.Page page) {
        news.add(page);
      }
    }
    return anyNews || !anyFollowed;
  }

  private static Optional<Instant> time(Item item) {
    return switch (item) {
      case Item.Page page -> Optional.of(page.modified());
      case Item.Attachment file -> Optional.of(file.modified());
      case Item.Holder holder -> Optional.empty();
      case Item.Trashed trashed -> Optional.empty();
    };
  }

  /** A group that nobody has asked for yet admits nobody, so that is made good at once. */
  private void newGroups() throws SourceException, InterruptedException {
    for (String group : site.groups()) {
      if (site.members(group).isEmpty()) {
        site.members(group, edition.members(group));
      }
    }
  }
}
