package dev.gill.source.webdav;

import dev.gill.model.PassedOver;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
import dev.gill.source.Verdict;
import dev.gill.source.webdav.Server.Answer;
import dev.gill.source.webdav.Server.Depth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists everything by {@code PROPFIND}: in one answer where the server allows that, folder by
 * folder where it does not, and only the folders whose etag is another one where the etag of a
 * folder says that something beneath has changed.
 */
final class Walk {
  private final Server server;
  private final WebdavSettings settings;
  private final PathFilter filter;
  private final Tree before;
  private final boolean deep;
  private final SortedMap<String, Resource> found = new TreeMap<>();
  private final SortedMap<String, Integer> refused = new TreeMap<>();
  private final SortedMap<String, String> failed = new TreeMap<>();
  private final Deque<Resource> open = new ArrayDeque<>();

  /**
   * @param before what was found last, where folders whose etag is the same need not be listed
   *     again; empty where that proves nothing
   * @param deep whether to ask for everything at once
   */
  Walk(Server server, WebdavSettings settings, PathFilter filter, Tree before, boolean deep) {
    this.server = server;
    this.settings = settings;
    this.filter = filter;
    this.before = before;
    this.deep = deep;
  }

  Tree all() throws SourceException, InterruptedException {
    if (!deep || !deeply()) {
      Answer answer = server.list(server.top(), Depth.CHILDREN);
      take("", listed(answer, settings));
    }
    while (!open.isEmpty()) {
      enter(open.pop());
    }
    return new Tree(found, refused, failed);
  }

  /** What was listed of the folder that is followed; all else is a failure of the whole. */
  static Answer.Listed listed(Answer answer, WebdavSettings settings) throws SourceException {
    return switch (answer) {
      case Answer.Listed listed -> listed;
      case Answer.Missing gone -> throw Problems.noFolder(settings);
      case Answer.Refused no -> throw Problems.refused(no, settings);
    };
  }

  /**
   * Asks for everything at once. A server that does not allow that may refuse it, or answer with
   * the first level alone; so unless a second level came, every folder is asked for besides.
   */
  private boolean deeply() throws SourceException, InterruptedException {
    Answer answer;
    try {
      answer = server.list(server.top(), Depth.ALL);
    } catch (SourceException.Broken e) {
      return false; // too much for one answer; if the server is down, the next request says so
    }
    if (!(answer instanceof Answer.Listed listed)) {
      return false;
    }
    if (listed.resources().stream().noneMatch(each -> each.path().indexOf('/') > 0)) {
      take("", listed);
      return true;
    }
    listed.resources().forEach(each -> found.put(each.path(), each));
    return true;
  }

  private void take(String folder, Answer.Listed listed) {
    for (Resource each : listed.resources()) {
      found.put(each.path(), each);
      if (each.folder() && !each.path().equals(folder) && worth(each.path())) {
        open.push(each);
      }
    }
  }

  /** Bins and backups are listed so that what they hold can be counted, as far as anybody cares. */
  private boolean worth(String folder) {
    return switch (filter.folder(folder)) {
      case Verdict.Taken taken -> true;
      case Verdict.Ignored ignored -> false;
      case Verdict.PassedOver passed ->
          passed.reason() != PassedOver.Reason.SYSTEM && !counted(folder);
    };
  }

  private boolean counted(String folder) {
    String top = folder;
    for (int slash = folder.lastIndexOf('/');
        slash > 0;
        slash = folder.lastIndexOf('/', slash - 1)) {
      if (!(filter.folder(folder.substring(0, slash)) instanceof Verdict.Taken)) {
        top = folder.substring(0, slash);
      }
    }
    return Tree.beneath(found, top).size() > PassedOverTally.COUNTED;
  }

  private void enter(Resource folder) throws SourceException, InterruptedException {
    String path = folder.path();
    Resource known = before.get(path);
    if (known != null
        && !folder.etag().isEmpty()
        && known.etag().equals(folder.etag())
        && before.sound(path)) {
      found.putAll(Tree.beneath(before.resources(), path));
      return;
    }
    try {
      switch (server.list(folder.target(), Depth.CHILDREN)) {
        case Answer.Listed listed -> take(path, listed);
        case Answer.Missing gone -> found.remove(path);
        case Answer.Refused no -> refused.put(path, no.status());
      }
    } catch (SourceException.Broken e) {
      if (!server.lives()) {
        throw e;
      }
      failed.put(path, e.getMessage());
    }
  }
}
