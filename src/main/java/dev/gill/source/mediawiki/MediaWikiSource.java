package dev.gill.source.mediawiki;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpClients;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a MediaWiki. A document's key is its title, its revision the wiki's, with a digest
 * of what its templates make of it.
 *
 * <p>The lists of changes say at once what was done to a page. All pages are listed after a start
 * and from time to time besides, by title and revision: so deletes, imports and changed rights that
 * no list speaks of are noticed, and what was missed while nobody looked. The cursor is a digest of
 * such a listing as far as it was taken in, so that a pass goes on where it was cut short.
 */
public final class MediaWikiSource implements Source {
  private final MediaWikiSettings settings;
  private final HostClient client;
  private final InstantSource clock;
  private Optional<Following> following = Optional.empty();
  private Optional<Cursor> given = Optional.empty();
  private volatile Map<DocId, Instant> nextTries = Map.of();

  /** No I/O. */
  public MediaWikiSource(MediaWikiSettings settings, HttpClients clients, InstantSource clock) {
    this.settings = settings;
    this.client = clients.client(settings.http());
    this.clock = clock;
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return Readers.configured(settings);
  }

  @Override
  public Location location() {
    return new Location(settings.http().shown(), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return WikiCursor.describe(cursor);
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Optional<Following> before = following.filter(_ -> given.equals(after));
    following = Optional.empty();
    Instant now = clock.instant();
    Following current;
    if (before.isPresent()) {
      current = before.get();
      current.lookWhereDue(now);
    } else {
      current = Following.begin(settings, client, cursor(after), clock);
    }
    Batch batch = current.next();
    nextTries = current.nextTries();
    following = Optional.of(current);
    given = Optional.of(batch.next());
    return batch;
  }

  @Override
  public boolean pressing() {
    try {
      return following.isPresent() && following.get().pressing(clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean changesByItself(DocId page) throws SourceException, InterruptedException {
    return Wiki.of(settings, client).reader().changesByItself(page.key());
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return nextTries;
  }

  @Override
  public void close() {
    following = Optional.empty();
  }

  private WikiCursor cursor(Optional<Cursor> after) {
    return after
        .flatMap(cursor -> WikiCursor.parse(cursor, settings.choice()))
        .orElse(WikiCursor.START);
  }
}
