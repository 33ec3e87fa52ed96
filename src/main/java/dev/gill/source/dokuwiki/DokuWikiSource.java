package dev.gill.source.dokuwiki;

import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Looks;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a DokuWiki. A document's key is the page's id, its revision the wiki's, with a
 * digest of what the page says once it is rendered.
 */
final class DokuWikiSource implements Source {
  private final DokuWikiSettings settings;
  private final DokuWiki wiki;
  private final Pages pages;
  private final Sweep sweep;
  private final Looks looks;
  private Optional<Listing> listing = Optional.empty();

  DokuWikiSource(DokuWikiSettings settings, HostClient client, InstantSource clock) {
    this.settings = settings;
    this.looks = new Looks(settings.every(), clock);
    this.wiki = new DokuWiki(settings, client);
    this.pages = new Pages(settings, wiki, clock);
    this.sweep = new Sweep(settings.id(), settings.choice(), settings.workDir(), clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return settings
        .audience()
        .map(audience -> Rights.of(pages.current().open(), audience))
        .orElse(Rights.NONE);
  }

  @Override
  public String describe(Cursor cursor) {
    return Sweep.describe(cursor);
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Batch batch = sweep.next(after, new Documents());
    return listing.map(now -> batch.with(pages.current().rights(now.scopes()))).orElse(batch);
  }

  @Override
  public boolean pressing() {
    try {
      return sweep.pressing(new Documents());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public void close() {
    sweep.close();
  }

  /** Makes of a page's HTML what is reported; empty if it says nothing. */
  Optional<Change.Upserted> change(Listed page, String html, String author) {
    if (html.replaceAll("<[^>]*>", "").isBlank()) {
      return Optional.empty();
    }
    long version = pages.page(page.key()).version();
    return Optional.of(
        new Change.Upserted(
            new DocId(settings.id(), page.key()),
            version + "-" + Words.digest(html),
            new Origin(
                    settings.link(page.key()), page.key(), author, Instant.ofEpochSecond(version))
                .withRevisionLink(settings.link(page.key(), version)),
            page.scope(),
            new Content.File("text/html", page.key(), html.getBytes(StandardCharsets.UTF_8))));
  }

  private final class Documents implements Swept {
    @Override
    public Listing list() throws SourceException, InterruptedException {
      looks.begin();
      listing = Optional.of(pages.look());
      return listing.get();
    }

    /** A look is cheap, so a lost right does not wait for the end of a long pass. */
    @Override
    public boolean changed() {
      return looks.due();
    }

    @Override
    public Seen read(Listed page) throws SourceException, InterruptedException {
      try {
        Optional<String> html = wiki.html(page.key());
        if (html.isEmpty() || pages.page(page.key()) == null) {
          return new Seen.Gone();
        }
        return change(page, Words.plain(html.get()), wiki.author(page.key()))
            .<Seen>map(Seen.Whole::new)
            .orElseGet(Seen.Gone::new);
      } catch (SourceException.Broken e) {
        wiki.version(); // one page can bring a plugin to fail; if nothing answers, the wiki is down
        return new Seen.Unreadable(
            "The wiki fails when it is asked for this page: open it there, and look at the wiki's log.");
      }
    }
  }
}
