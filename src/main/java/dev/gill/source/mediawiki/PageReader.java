package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads pages, 50 to a request, with what their templates say. A page that the wiki refuses or
 * fails at is found by asking for the others without it.
 */
record PageReader(MediaWikiSettings settings, WikiApi api, Optional<WikiApi> visitor) {
  /** The most titles in a request, without special rights. */
  static final int MOST = 50;

  /** What became of a page. */
  sealed interface Outcome {
    String title();

    /**
     * It is there.
     *
     * @param page as the API gives it
     */
    record Found(String title, PageState state, JsonNode page) implements Outcome {}

    /** It is no document, or not for this account. */
    record Gone(String title) implements Outcome {}

    /** The wiki cannot give it out. */
    record Broken(String title, boolean restricted) implements Outcome {}
  }

  /** Reads these pages, at most {@link #MOST}. */
  List<Outcome> read(Collection<String> titles) throws SourceException, InterruptedException {
    Set<String> restricted = restricted(titles);
    Map<String, JsonNode> found = new TreeMap<>();
    Set<String> broken = new HashSet<>();
    fetch(List.copyOf(titles), found, broken);
    List<Outcome> outcomes = new ArrayList<>();
    for (String title : titles) {
      JsonNode page = found.get(title);
      boolean closed = restricted.contains(title);
      boolean ours = !closed || settings.restricted().isPresent();
      if (broken.contains(title) && ours) {
        outcomes.add(new Outcome.Broken(title, closed));
      } else if (page != null && ours && PageState.isDocument(page)) {
        outcomes.add(new Outcome.Found(title, PageState.of(page, closed), page));
      } else {
        outcomes.add(new Outcome.Gone(title));
      }
    }
    return outcomes;
  }

  /** Whether the wiki itself keeps what a page shows for a shorter while than others. */
  boolean changesByItself(String title) throws SourceException, InterruptedException {
    return api.queryAll(Map.of("action", "parse", "page", title, "prop", "text"))
        .path("parse")
        .path("text")
        .asText()
        .contains("Reduced expiry: true");
  }

  private void fetch(List<String> titles, Map<String, JsonNode> found, Set<String> broken)
      throws SourceException, InterruptedException {
    if (titles.isEmpty()) {
      return;
    }
    try {
      collect(Continued.parts(api, content(titles)), found);
    } catch (ApiException e) {
      if (e.busy() || e.refusesAll() || e.signedOut()) {
        throw api.trouble(e);
      }
      apart(titles, found, broken);
    } catch (SourceException.Broken e) {
      // One page can bring the wiki to fail; if it answers nothing else either, it is down.
      api.queryAll(Map.of("meta", "siteinfo"));
      apart(titles, found, broken);
    }
  }

  /** Those that may be read at all, by halves, until the broken one is alone. */
  private void apart(List<String> titles, Map<String, JsonNode> found, Set<String> broken)
      throws SourceException, InterruptedException {
    List<String> readable = readable(api, titles);
    if (readable.size() < titles.size()) {
      fetch(readable, found, broken);
    } else if (titles.size() == 1) {
      broken.addAll(titles);
    } else {
      int half = titles.size() / 2;
      fetch(titles.subList(0, half), found, broken);
      fetch(titles.subList(half, titles.size()), found, broken);
    }
  }

  private Set<String> restricted(Collection<String> titles)
      throws SourceException, InterruptedException {
    if (visitor.isEmpty()) {
      return Set.of();
    }
    Set<String> closed = new HashSet<>(titles);
    readable(visitor.get(), List.copyOf(titles)).forEach(closed::remove);
    return closed;
  }

  private static List<String> readable(WikiApi as, List<String> titles)
      throws SourceException, InterruptedException {
    Map<String, JsonNode> pages = new TreeMap<>();
    collect(
        Continued.all(
            as, Map.of("titles", joined(titles), "prop", "info", "intestactions", "read")),
        pages);
    return titles.stream()
        .filter(pages::containsKey)
        .filter(title -> pages.get(title).path("actions").path("read").asBoolean(true))
        .filter(title -> !pages.get(title).path("missing").asBoolean())
        .toList();
  }

  private static Map<String, String> content(List<String> titles) {
    Map<String, String> asked = new TreeMap<>();
    asked.put("titles", joined(titles));
    asked.put("prop", "info|revisions");
    asked.put("inprop", "url");
    asked.put("intestactions", "read");
    asked.put("rvprop", "ids|timestamp|user|content|contentmodel");
    asked.put("rvexpandtemplates", "1");
    return asked;
  }

  private static String joined(List<String> titles) {
    return String.join("|", titles);
  }

  /** A page's revision may come in a later part than the page. */
  private static void collect(List<JsonNode> parts, Map<String, JsonNode> found) {
    for (JsonNode part : parts) {
      for (JsonNode page : part.path("query").path("pages")) {
        found.merge(
            page.path("title").asText(),
            page,
            (before, after) -> after.has("revisions") ? after : before);
      }
    }
  }
}
