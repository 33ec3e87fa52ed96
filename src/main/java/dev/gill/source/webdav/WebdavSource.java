package dev.gill.source.webdav;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.PathFilter;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder on a WebDAV server with all that lies in it. A document's key is its path below the
 * folder, its revision a digest of its content.
 */
final class WebdavSource implements Source {
  private final WebdavSettings settings;
  private final PathFilter filter;
  private final InstantSource clock;
  private final Following following;
  private final FileReader reader;
  private final Sweep sweep;
  private Tree tree = Tree.empty();
  private Optional<Listing> listing = Optional.empty();
  private SortedMap<String, Resource> documents = new TreeMap<>();
  private volatile List<PassedOver> passedOver = List.of();

  WebdavSource(WebdavSettings settings, HostClient client, SourceContext surroundings) {
    this.settings = settings;
    this.filter = new PathFilter(settings.include(), settings.exclude(), surroundings.readable());
    this.clock = surroundings.clock();
    Server server = new Server(settings, client);
    this.following = new Following(settings, server, filter, clock);
    this.reader = new FileReader(settings, server);
    this.sweep = new Sweep(settings.id(), settings.choice(), settings.workDir(), clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return settings.rights();
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
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    return sweep.next(after, new Documents());
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

  private Listing listing() throws SourceException, InterruptedException {
    Tree now = following.look();
    if (listing.isPresent() && now == tree && !unsettled(listing.get())) {
      return listing.get();
    }
    Selection selection = Selection.of(now, filter, settings);
    passedOver = selection.passedOver();
    documents = selection.documents();
    tree = now;
    SortedMap<String, Listed> listed = new TreeMap<>();
    documents.forEach((path, file) -> listed.put(path, listed(file)));
    now.refused().forEach((path, status) -> trouble(path, listed));
    now.failed().forEach((path, why) -> trouble(path, listed));
    Set<String> unlisted = new TreeMap<>(now.failed()).keySet();
    listing =
        Optional.of(
            new Listing(
                listed,
                Set.of(settings.scope()),
                unlisted.stream()
                    .map(path -> path + "/")
                    .collect(java.util.stream.Collectors.toSet())));
    return listing.get();
  }

  /** Whether something in it has no mark yet, so that it is to be read again. */
  private static boolean unsettled(Listing known) {
    return known.documents().values().stream().anyMatch(each -> each.mark().isEmpty());
  }

  private Listed listed(Resource file) {
    return new Listed(
        file.path(), settings.scope(), file.mark(clock.instant()), Math.max(0, file.size()));
  }

  /** A folder that cannot be listed is shown among the failures, by a key that no file has. */
  private void trouble(String folder, SortedMap<String, Listed> listed) {
    String key = folder + "/";
    listed.put(key, new Listed(key, settings.scope(), "folder", 0));
  }

  private final class Documents implements Swept {
    @Override
    public Listing list() throws SourceException, InterruptedException {
      return listing();
    }

    @Override
    public Seen read(Listed document) throws SourceException, InterruptedException {
      if (!document.key().endsWith("/")) {
        return reader.read(documents.get(document.key()));
      }
      String folder = document.key().substring(0, document.key().length() - 1);
      Integer status = tree.refused().get(folder);
      return new Seen.Unreadable(
          status == null ? tree.failed().get(folder) : Problems.folder(folder, status));
    }
  }
}
