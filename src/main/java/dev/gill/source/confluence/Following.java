package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a {@link Site} in step. A look asks what was changed last, one further list in turn, and
 * takes the next steps of a {@link Round}: as many as it takes to have asked for everything in
 * time.
 */
final class Following {
  /** The most parts of a list of changes that are asked for in one look. */
  private static final int PARTS = 40;

  /** So many pages' restrictions are asked for one by one, which needs no index. */
  private static final int ALONE = 10;

  private final ConfluenceSettings settings;
  private final Edition edition;
  private final Site site;
  private final InstantSource clock;
  private final Round round;
  private Optional<Instant> looked = Optional.empty();
  private boolean whole;
  private int turn;

  Following(ConfluenceSettings settings, Edition edition, Site site, InstantSource clock) {
    this.settings = settings;
    this.edition = edition;
    this.site = site;
    this.clock = clock;
    this.round = new Round(settings, edition, site);
  }

  /** Asks what is there now: of everything at the first look, else of what changed. */
  void look() throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (!whole) {
      round.whole();
      whole = true;
    } else {
      changes();
      round(Duration.between(looked.orElse(now), now));
    }
    looked = Optional.of(now);
    newGroups();
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

  private void changes() throws SourceException, InterruptedException {
    List<Query> lists = edition.latest(List.copyOf(site.spaces()));
    List<Item.Page> news = new ArrayList<>();
    follow(lists.getFirst(), news);
    if (lists.size() > 1) {
      follow(lists.get(1 + turn++ % (lists.size() - 1)), news);
    }
    for (Item.Page page : news) {
      holder(page.parent());
    }
    if (edition.restrictionsApart() && !news.isEmpty()) {
      restrictions(news.stream().map(Item.Page::id).distinct().toList());
    }
  }

  /** What a page hangs on that is no page, as far up as nothing is known of it. */
  private void holder(Optional<Item.Parent> parent) throws SourceException, InterruptedException {
    Optional<Item.Parent> at = parent;
    for (int i = 0; i < PARTS; i++) {
      if (at.isEmpty() || at.get().page() || site.holder(at.get().id()).isPresent()) {
        return;
      }
      Optional<Item.Holder> found = edition.holder(at.get());
      if (found.isPresent()) {
        site.take(found.get());
        site.restriction(found.get().id(), edition.restriction(found.get().id()));
      }
      at = found.flatMap(Item.Holder::parent);
    }
  }

  /** Goes on while a part holds nothing but news. Pages first, since files hang on them. */
  private void follow(Query list, List<Item.Page> news)
      throws SourceException, InterruptedException {
    Optional<String> from = Optional.empty();
    for (int i = 0; i < PARTS; i++) {
      Part<Item> part = list.ask(from);
      boolean all = true;
      List<Item> items = new ArrayList<>(part.items());
      items.sort(Comparator.comparing(item -> !(item instanceof Item.Page)));
      for (Item item : items) {
        boolean isNews = site.take(item);
        all &= isNews;
        if (isNews && item instanceof Item.Page page) {
          news.add(page);
        }
      }
      if (!all || part.next().isEmpty() || part.next().equals(from)) {
        return;
      }
      from = part.next();
    }
  }

  private void restrictions(List<String> ids) throws SourceException, InterruptedException {
    Map<String, Readers> found =
        ids.size() > ALONE ? Map.copyOf(edition.restrictions(ids)) : Map.of();
    for (String id : ids) {
      site.restriction(
          id, found.containsKey(id) ? Optional.of(found.get(id)) : edition.restriction(id));
    }
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
