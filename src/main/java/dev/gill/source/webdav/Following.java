package dev.gill.source.webdav;

import dev.gill.source.Due;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
import dev.gill.source.webdav.Server.Answer;
import dev.gill.source.webdav.Server.Depth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps a {@link Tree} in step with the server by the cheapest way that it offers: reports of
 * changes, etags of folders, or looking at everything.
 */
final class Following {
  /** How a server says what has changed. */
  enum Way {
    /** It reports changes since a token, RFC 6578: one request. */
    REPORTS,
    /** The etag of a folder changes with whatever lies beneath: one request while nothing does. */
    FOLDER_ETAGS,
    /** Everything is listed each time. */
    LISTING
  }

  /** A listing that takes longer than this is not repeated at once. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** How many times as long as a listing took the server is left alone. */
  private static final int REST = 10;

  private final WebdavSettings settings;
  private final Server server;
  private final PathFilter filter;
  private final InstantSource clock;
  private Tree tree = Tree.empty();
  private Optional<Way> way = Optional.empty();
  private String token = "";
  private boolean allLevels;
  private Instant swept = Instant.MIN;
  private Instant restUntil = Instant.MIN;

  Following(WebdavSettings settings, Server server, PathFilter filter, InstantSource clock) {
    this.settings = settings;
    this.server = server;
    this.filter = filter;
    this.clock = clock;
  }

  /** What is there now; the same object if nothing has changed. */
  Tree look() throws SourceException, InterruptedException {
    Instant now = clock.instant();
    boolean due = way.isEmpty() || Due.again(swept, settings.sweepEvery(), now);
    if (due) {
      begin();
      swept = now;
      return tree;
    }
    switch (way.get()) {
      case REPORTS -> reported();
      case FOLDER_ETAGS -> byEtags();
      case LISTING -> {
        if (!now.isBefore(restUntil)) {
          list(true);
        }
      }
    }
    return tree;
  }

  /** Finds out which way there is, and looks at everything. */
  Way begin() throws SourceException, InterruptedException {
    Answer.Listed top = top();
    boolean numbered = top.resources().stream().anyMatch(each -> !each.id().isEmpty());
    way = Optional.empty();
    if (top.syncs() && startReports()) {
      way = Optional.of(Way.REPORTS);
    } else {
      boolean tells = numbered && top.resources().stream().noneMatch(each -> each.etag().isEmpty());
      list(!tells);
      way = Optional.of(tells ? Way.FOLDER_ETAGS : Way.LISTING);
    }
    return way.get();
  }

  private Answer.Listed top() throws SourceException, InterruptedException {
    Answer.Listed top = Walk.listed(server.list(server.top(), Depth.SELF), settings);
    if (top.resources().stream().noneMatch(Resource::folder)) {
      throw top.resources().isEmpty() ? Problems.noFolder(settings) : Problems.file(settings);
    }
    return top;
  }

  private void list(boolean deep) throws SourceException, InterruptedException {
    Instant begun = clock.instant();
    keep(new Walk(server, settings, filter, Tree.empty(), deep).all());
    Duration took = Duration.between(begun, clock.instant());
    restUntil =
        took.compareTo(SHORT) > 0 ? clock.instant().plus(took.multipliedBy(REST)) : Instant.MIN;
  }

  private void byEtags() throws SourceException, InterruptedException {
    Resource top = top().resources().getFirst();
    Resource known = tree.get("");
    if (known == null || !known.etag().equals(top.etag()) || !tree.sound("")) {
      keep(new Walk(server, settings, filter, tree, false).all());
    }
  }

  private void keep(Tree now) {
    tree = tree.equals(now) ? tree : now;
  }

  /** Takes everything in with a first report; false if the server does not report it all. */
  private boolean startReports() throws SourceException, InterruptedException {
    for (boolean all : List.of(true, false)) {
      Optional<Tree> first = report(Tree.empty(), "", all);
      boolean folders =
          first.isPresent()
              && first.get().resources().values().stream()
                  .anyMatch(each -> each.folder() && !each.path().isEmpty());
      if (first.isPresent() && (all || !folders)) {
        keep(first.get());
        allLevels = all;
        return true;
      }
    }
    return false;
  }

  private void reported() throws SourceException, InterruptedException {
    Optional<Tree> now = report(tree, token, allLevels);
    if (now.isPresent()) {
      keep(now.get());
    } else {
      begin(); // the token is too old, or reports have been switched off
    }
  }

  /** The tree with what is reported after a token; empty if the server will not report it. */
  private Optional<Tree> report(Tree from, String after, boolean all)
      throws SourceException, InterruptedException {
    Tree now = from;
    String next = after;
    boolean more = true;
    while (more) {
      if (!(server.changes(next, all) instanceof Answer.Listed listed)
          || listed.syncToken().isEmpty()) {
        return Optional.empty();
      }
      more = listed.more() && !listed.syncToken().equals(next);
      next = listed.syncToken();
      now = taken(now, listed, all);
    }
    token = next;
    return Optional.of(now);
  }

  private Tree taken(Tree now, Answer.Listed listed, boolean all)
      throws SourceException, InterruptedException {
    if (listed.resources().isEmpty() && listed.gone().isEmpty()) {
      return now;
    }
    Map<String, Resource> changed = new TreeMap<>();
    List<Resource> arrived = new ArrayList<>();
    for (Resource each : listed.resources()) {
      changed.put(each.path(), each);
      if (all && each.folder() && !now.resources().isEmpty() && now.get(each.path()) == null) {
        arrived.add(each);
      }
    }
    // What a folder that was moved here holds is not said by every server.
    for (Resource folder : arrived) {
      if (server.list(folder.target(), Depth.ALL) instanceof Answer.Listed within) {
        within.resources().forEach(each -> changed.put(each.path(), each));
      }
    }
    return now.with(changed, listed.gone());
  }
}
