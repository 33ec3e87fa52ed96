package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists all pages by title and revision. A list has 500 pages; who may read them the wiki says of
 * 500 in a request to an account with the right {@code apihighlimits}, which bots have, and of 50
 * to others.
 *
 * @param visitor asks without an account, where that says which pages are restricted
 */
record Listing(MediaWikiSettings settings, WikiApi api, Optional<WikiApi> visitor, Site site) {
  /** All documents, by title. */
  SortedMap<String, PageState> all() throws SourceException, InterruptedException {
    SortedMap<String, PageState> pages = new TreeMap<>();
    for (int namespace : site.namespaces()) {
      Optional<Set<String>> open = open(namespace);
      each(
          api,
          namespace,
          page -> {
            boolean restricted =
                open.isPresent() && !open.get().contains(page.path("title").asText());
            if (!restricted || settings.restricted().isPresent()) {
              pages.put(page.path("title").asText(), PageState.of(page, restricted));
            }
          });
    }
    return pages;
  }

  private Optional<Set<String>> open(int namespace) throws SourceException, InterruptedException {
    if (visitor.isEmpty()) {
      return Optional.empty();
    }
    Set<String> titles = new HashSet<>();
    each(visitor.get(), namespace, page -> titles.add(page.path("title").asText()));
    return Optional.of(titles);
  }

  /** What a request has no more room for comes again, with all that belongs to it, in the next. */
  private static boolean isWhole(JsonNode page) {
    return page.has("actions");
  }

  private interface Taker {
    void take(JsonNode page);
  }

  private static void each(WikiApi api, int namespace, Taker taker)
      throws SourceException, InterruptedException {
    Map<String, String> asked =
        Map.of(
            "generator",
            "allpages",
            "gapnamespace",
            Integer.toString(namespace),
            "gapfilterredir",
            "nonredirects",
            "gaplimit",
            "max",
            "prop",
            "info",
            "intestactions",
            "read");
    for (JsonNode answer : Continued.all(api, asked)) {
      for (JsonNode page : answer.path("query").path("pages")) {
        if (isWhole(page) && PageState.isDocument(page)) {
          taker.take(page);
        }
      }
    }
  }
}
