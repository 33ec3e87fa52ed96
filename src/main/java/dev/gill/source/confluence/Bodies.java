package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fetches what pages say, many to a request, and the names of those who are named in them. */
final class Bodies {
  /** How many pages a request names. */
  static final int MOST = 50;

  private final Edition edition;
  private final Site site;
  private final Map<String, Body> fetched = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();

  Bodies(Edition edition, Site site) {
    this.edition = edition;
    this.site = site;
  }

  /** Has this page and those that follow it in hand. */
  void ahead(Listed page, Iterable<Listed> following) throws SourceException, InterruptedException {
    if (fetched.containsKey(page.key()) || broken.contains(page.key())) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    for (Listed each : following) {
      if (site.pages().containsKey(each.key()) && wanted.size() < MOST) {
        wanted.add(each.key());
      }
    }
    fetched.clear();
    broken.clear();
    fetch(wanted);
    name(fetched.values());
  }

  long size(String id) {
    return fetched.containsKey(id) ? fetched.get(id).size() : 0;
  }

  /** Whether Confluence fails when it is asked for this page. */
  boolean fails(String id) {
    return broken.contains(id);
  }

  /** Lets go of a page that is in hand; empty if it is not there any more. */
  Optional<Body> take(String id) {
    return Optional.ofNullable(fetched.remove(id));
  }

  /** Some pages besides, which stay in hand. */
  Map<String, Body> also(Collection<String> ids) throws SourceException, InterruptedException {
    List<String> missing = ids.stream().filter(id -> !fetched.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      fetch(missing);
    }
    Map<String, Body> found = new HashMap<>(fetched);
    found.keySet().retainAll(Set.copyOf(ids));
    return found;
  }

  /** One page can bring the site to fail, or an answer to be too large: then it is halved. */
  private void fetch(List<String> ids) throws SourceException, InterruptedException {
    if (ids.isEmpty()) {
      return;
    }
    try {
      fetched.putAll(edition.bodies(ids));
      for (String id : ids) {
        if (!fetched.containsKey(id)) {
          edition.body(id).ifPresent(body -> fetched.put(id, body));
        }
      }
    } catch (SourceException.Broken e) {
      edition.account(); // if nothing is answered, the site is down
      if (ids.size() == 1) {
        broken.addAll(ids);
        return;
      }
      fetch(ids.subList(0, ids.size() / 2));
      fetch(ids.subList(ids.size() / 2, ids.size()));
    }
  }

  private void name(Collection<Body> bodies) throws SourceException, InterruptedException {
    Set<String> accounts = new HashSet<>();
    for (Body body : bodies) {
      accounts.addAll(Mentions.in(body.storage()));
      if (edition.restrictionsApart()) {
        accounts.add(body.page().author());
      }
    }
    accounts.remove("");
    if (!accounts.isEmpty()) {
      names.putAll(edition.names(accounts));
    }
  }

  /** What an account is called; empty if nobody knows. */
  String name(String account) {
    return names.getOrDefault(account, "");
  }
}
