package dev.gill.source.confluence;

import dev.gill.model.Audience;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Looks;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pages and attachments of a Confluence's spaces. A document's key is the content's id, its
 * revision the page's version, with a digest of what it says.
 */
final class ConfluenceSource implements Source {
  private final ConfluenceSettings settings;
  private final Site site = new Site();
  private final Following following;
  private final Scopes scopes;
  private final Bodies bodies;
  private final Contents contents;
  private final PageReader pages;
  private final FileReader files;
  private final Sweep sweep;
  private final Looks looks;
  private Optional<Listing> listing = Optional.empty();
  private volatile Rights rights = Rights.NONE;
  private volatile List<PassedOver> passedOver = List.of();

  ConfluenceSource(ConfluenceSettings settings, HostClient client, SourceContext surroundings) {
    this.settings = settings;
    Api api = new Api(settings, client);
    Edition edition = settings.cloud() ? new Cloud(settings, api) : new DataCenter(settings, api);
    this.following = new Following(settings, edition, site, surroundings.clock());
    this.scopes = new Scopes(settings, site);
    this.bodies = new Bodies(edition, site);
    Transclusions transclusions = new Transclusions(site, scopes, bodies);
    this.contents = new Contents(settings, site, scopes, transclusions, surroundings.readable());
    this.pages = new PageReader(settings, edition, site, bodies, transclusions);
    this.files = new FileReader(settings, edition, api, site);
    this.looks = new Looks(settings.every(), surroundings.clock());
    this.sweep =
        new Sweep(settings.id(), settings.choice(), settings.workDir(), surroundings.clock());
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  /** What is known by now; before anything was asked, nobody reads anything. */
  @Override
  public Rights rights() {
    return rights;
  }

  @Override
  public Location location() {
    return new Location(settings.http().shown(), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return Sweep.describe(cursor);
  }

  @Override
  public List<PassedOver> passedOver() {
    return passedOver;
  }

  @Override
  public void onHook(byte[] body) {
    following.hook();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    return sweep.next(after, new Documents()).with(rights);
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public void close() {
    sweep.close();
  }

  private Listing look() throws SourceException, InterruptedException {
    looks.begin();
    following.look();
    if (site.changed() || listing.isEmpty()) {
      Contents.Chosen chosen = contents.chosen();
      listing = Optional.of(chosen.listing());
      passedOver = chosen.passedOver();
      rights = with(scopes.rights(chosen.listing().scopes()));
    }
    return listing.get();
  }

  /** What was said of scopes and groups that are gone is taken back. */
  private Rights with(Rights now) {
    Map<Scope, Audience> audiences = new TreeMap<>();
    rights.audiences().keySet().forEach(scope -> audiences.put(scope, new Audience.Nobody()));
    audiences.putAll(now.audiences());
    Map<GroupId, Set<Person>> members = new TreeMap<>();
    rights.members().keySet().forEach(group -> members.put(group, Set.of()));
    members.putAll(now.members());
    return new Rights(audiences, members);
  }

  private final class Documents implements Swept {
    @Override
    public Listing list() throws SourceException, InterruptedException {
      return look();
    }

    /** A look is cheap, so a lost right does not wait for the end of a long pass. */
    @Override
    public boolean changed() {
      return looks.due();
    }

    @Override
    public long size(Listed next, Iterable<Listed> following)
        throws SourceException, InterruptedException {
      if (!site.pages().containsKey(next.key())) {
        return next.size();
      }
      bodies.ahead(next, following);
      return bodies.size(next.key());
    }

    @Override
    public Seen read(Listed next) throws SourceException, InterruptedException {
      if (site.files().containsKey(next.key())) {
        return files.read(next);
      }
      return site.pages().containsKey(next.key()) ? pages.read(next) : new Seen.Gone();
    }

    @Override
    public boolean narrows(Scope from, Scope to) {
      return !Scopes.within(from, to);
    }
  }
}
