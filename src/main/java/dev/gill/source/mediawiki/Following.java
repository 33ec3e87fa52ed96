package dev.gill.source.mediawiki;

import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Due;
import dev.gill.source.Retries;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is in memory while a wiki is followed: what is known, and what is still to be read. */
final class Following {
  private final MediaWikiSettings settings;
  private final Wiki wiki;
  private final Feed feed;
  private final Known known = new Known();
  private final Retries retries;
  private final ToRead toRead = new ToRead();
  private final List<Change> changes = new ArrayList<>();
  private Site site;
  private Rights rights = Rights.NONE;
  private boolean unsettled;
  private boolean begun;
  private Instant swept;
  private Instant looked;

  private Following(
      MediaWikiSettings settings, Wiki wiki, Feed feed, Site site, InstantSource clock) {
    Instant now = clock.instant();
    this.retries = new Retries(clock);
    this.settings = settings;
    this.wiki = wiki;
    this.feed = feed;
    this.site = site;
    this.swept = now;
    this.looked = now;
  }

  /** Lists all pages and finds out which of them were not taken in as they are now. */
  static Following begin(
      MediaWikiSettings settings, HostClient client, WikiCursor from, InstantSource clock)
      throws SourceException, InterruptedException {
    Wiki wiki = Wiki.of(settings, client);
    Site site = Site.read(wiki.api(), settings);
    Feed feed = Feed.begin(wiki.api());
    Following following = new Following(settings, wiki, feed, site, clock);
    SortedMap<String, PageState> pages = wiki.listing(site).all();
    Known listed = new Known();
    pages.values().forEach(listed::put);
    int[] present = listed.buckets();
    for (PageState page : pages.values()) {
      int bucket = Known.bucket(page.title());
      if (present[bucket] == from.buckets()[bucket]) {
        following.known.put(page);
      } else {
        following.toRead.later(page);
      }
    }
    following.rights = wiki.readers().rights(site);
    following.unsettled = true;
    return following;
  }

  /**
   * What there is in each scope is said once after a start: at once where the index may hold more,
   * and with the last page of a first pass. Never with a page that overtakes another.
   */
  private void settle(boolean overtaking, boolean restarted) {
    if (unsettled && (restarted || !overtaking && toRead.listedDone())) {
      unsettled = false;
      remaining(settings.open(), false);
      if (settings.restricted().isPresent()) {
        remaining(settings.restrictedScope(), true);
      }
    }
    begun = true;
  }

  private void remaining(Scope scope, boolean restricted) {
    Set<String> titles = new HashSet<>(known.titles(restricted));
    titles.addAll(toRead.titles(restricted));
    changes.add(
        new Change.Remaining(
            scope,
            titles.stream()
                .map(title -> new DocId(settings.id(), title))
                .collect(Collectors.toSet())));
  }

  /**
   * Looks at the lists of changes, at all pages if it is time for that, and at what could not be
   * read before.
   */
  void lookWhereDue(Instant now) throws SourceException, InterruptedException {
    if (toRead.isEmpty() || Due.again(looked, settings.every(), now)) {
      look(now);
    }
    if (Due.again(swept, settings.sweep(), now)) {
      sweep(now);
    }
    if (toRead.isEmpty()) {
      retries.allDue().forEach(title -> toRead.first(title, 0));
    }
  }

  /** Whether something was done to a page since; asks once in a while, and errs towards no. */
  boolean pressing(Instant now) throws InterruptedException {
    if (Due.again(looked, settings.every(), now)) {
      looked = now;
      try {
        look(now);
      } catch (SourceException e) {
        return false; // the next poll says so
      }
    }
    return toRead.pressing();
  }

  private void look(Instant now) throws SourceException, InterruptedException {
    looked = now;
    List<Feed.Touched> news = feed.look();
    List<String> parts = new ArrayList<>();
    for (Feed.Touched page : news) {
      boolean read =
          page.revision() > 0
              && known.get(page.title()).filter(k -> k.revision() >= page.revision()).isPresent();
      if (site.namespaces().contains(page.namespace()) && !read) {
        toRead.first(page.title(), page.length());
      }
      if (Site.isPart(page.namespace())) {
        parts.add(page.title());
      }
    }
    for (String title : wiki.showing(parts, site)) {
      toRead.first(title, known.get(title).map(PageState::length).orElse(0L));
    }
  }

  /** Lists all pages, since a list of changes does not say everything. */
  private void sweep(Instant now) throws SourceException, InterruptedException {
    swept = now;
    site = Site.read(wiki.api(), settings);
    rights = wiki.readers().rights(site);
    SortedMap<String, PageState> pages = wiki.listing(site).all();
    for (PageState page : pages.values()) {
      boolean same = known.get(page.title()).filter(page::equals).isPresent();
      if (!same && retries.due(page.title())) {
        toRead.later(page);
      }
    }
    for (String title : known.titles()) {
      if (!pages.containsKey(title)) {
        gone(title);
      }
    }
  }

  /** The next page of changes. */
  Batch next() throws SourceException, InterruptedException {
    boolean overtaking = toRead.pressing();
    boolean restarted = !begun && known.size() > 0;
    PageChange page = new PageChange(settings, site);
    List<Change> reported = new ArrayList<>();
    for (PageReader.Outcome outcome : wiki.reader().read(toRead.take())) {
      switch (outcome) {
        case PageReader.Outcome.Found found ->
            page.of(found)
                .ifPresentOrElse(
                    change -> take(found, change, reported),
                    () -> {
                      known.put(found.state());
                      reported.add(new Change.Deleted(page.doc(found.title())));
                    });
        case PageReader.Outcome.Broken broken -> {
          broken(broken.title(), broken.restricted());
          reported.add(page.unreadable(broken.title(), broken.restricted()));
        }
        case PageReader.Outcome.Gone gone -> gone(gone.title());
      }
    }
    settle(overtaking, restarted);
    reported.addAll(changes);
    changes.clear();
    return new Batch(
            reported,
            new WikiCursor(known.size(), known.buckets()).write(settings.choice()),
            !toRead.isEmpty(),
            OptionalLong.of(toRead.size()))
        .with(rights);
  }

  private void take(PageReader.Outcome.Found found, Change change, List<Change> reported) {
    reported.add(change);
    if (change instanceof Change.Unreadable) {
      broken(found.title(), found.state().restricted());
    } else {
      known.put(found.state());
      retries.settled(found.title());
    }
  }

  private void broken(String title, boolean restricted) {
    known.broken(title, restricted);
    retries.failed(title);
  }

  Map<DocId, Instant> nextTries() {
    return retries.next().entrySet().stream()
        .collect(Collectors.toMap(e -> new DocId(settings.id(), e.getKey()), Map.Entry::getValue));
  }

  private void gone(String title) {
    retries.settled(title);
    if (known.remove(title)) {
      changes.add(new Change.Deleted(new DocId(settings.id(), title)));
    }
  }
}
