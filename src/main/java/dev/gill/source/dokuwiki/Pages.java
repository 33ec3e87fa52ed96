package dev.gill.source.dokuwiki;

import dev.gill.model.Scope;
import dev.gill.source.Due;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the list of all pages in step: by the recent changes at each look, and by asking for the
 * whole list from time to time. With the access lists that is two requests a look.
 */
final class Pages {
  /** A change may be noted a moment after the time that it bears. */
  private static final long OVERLAP = 5;

  private final DokuWikiSettings settings;
  private final DokuWiki wiki;
  private final InstantSource clock;
  private final PathFilter filter;
  private final Map<String, DokuPage> pages = new TreeMap<>();
  private Readers readers;
  private long since;
  private Optional<Instant> swept = Optional.empty();
  private Optional<Listing> listing = Optional.empty();

  Pages(DokuWikiSettings settings, DokuWiki wiki, InstantSource clock) {
    this.settings = settings;
    this.wiki = wiki;
    this.clock = clock;
    this.filter = settings.filter();
    this.readers = new Readers(settings, Optional.empty());
  }

  /** What is there now; the same object if nothing has changed. */
  Listing look() throws SourceException, InterruptedException {
    Instant now = clock.instant();
    boolean due = swept.isEmpty() || Due.again(swept.get(), settings.sweepEvery(), now);
    Readers before = readers;
    readers = readers();
    boolean changed = due ? sweep(now) : follow();
    if (changed || listing.isEmpty() || !readers.equals(before)) {
      listing = Optional.of(listing());
    }
    return listing.get();
  }

  DokuPage page(String id) {
    return pages.get(id);
  }

  Readers current() {
    return readers;
  }

  /** Without the right to the access lists, somebody must say who reads what the account reads. */
  private Readers readers() throws SourceException, InterruptedException {
    Optional<Rules> rules = wiki.rules().map(Rules::new);
    if (rules.isEmpty() && settings.audience().isEmpty()) {
      wiki.version(); // says so if the account may do nothing at all
      throw new SourceException.Denied(
          "The wiki of source %s does not show its access lists to this account, so Gill cannot know who may read a page: set gill.sources.%s.audience, or let a superuser's account read for Gill."
              .formatted(settings.id(), settings.id()),
          null);
    }
    return new Readers(settings, rules);
  }

  private boolean sweep(Instant now) throws SourceException, InterruptedException {
    long begun = wiki.time();
    List<DokuPage> all = wiki.pages();
    Map<String, DokuPage> before = Map.copyOf(pages);
    pages.clear();
    all.forEach(page -> pages.put(page.id(), page));
    since = begun;
    swept = Optional.of(now);
    return !pages.equals(before);
  }

  private boolean follow() throws SourceException, InterruptedException {
    boolean changed = false;
    for (DokuPage page : wiki.changes(since - OVERLAP)) {
      DokuPage before = page.gone() ? pages.remove(page.id()) : pages.put(page.id(), page);
      changed |= page.gone() ? before != null : !page.equals(before);
      since = Math.max(since, page.version());
    }
    return changed;
  }

  private Listing listing() {
    TreeMap<String, Listed> listed = new TreeMap<>();
    Set<Scope> scopes = new HashSet<>(Set.of(readers.open()));
    Set<String> closed = new HashSet<>();
    for (DokuPage page : pages.values()) {
      if (filter.takes(page.id().replace(':', '/'))) {
        readers
            .scope(page.id())
            .ifPresentOrElse(
                scope -> {
                  scopes.add(scope);
                  listed.put(page.id(), new Listed(page.id(), scope, page.mark(), page.size()));
                },
                () -> closed.add(page.id()));
      }
    }
    return new Listing(listed, scopes, Set.of(), closed);
  }
}
