package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lists of changes: edits and new pages from the recent changes, all else from the log, since a
 * deleted page leaves the former. Both come with one request.
 *
 * <p>A change may be written down a moment after the time that it bears, so the last half minute is
 * always asked for again, and what was seen is dropped by its number.
 */
final class Feed {
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final WikiApi api;
  private final Map<String, Instant> seen = new HashMap<>();
  private Instant since;

  private Feed(WikiApi api, Instant since) {
    this.api = api;
    this.since = since;
  }

  /**
   * A page that something was done to.
   *
   * @param revision that came about; 0 if it was no edit
   */
  record Touched(int namespace, String title, long revision, long length) {}

  /** Begins now: what happened until then is known already. */
  static Feed begin(WikiApi api) throws SourceException, InterruptedException {
    JsonNode now = api.queryAll(Map.of("meta", "siteinfo", "curtimestamp", "1"));
    try {
      Feed feed = new Feed(api, Instant.parse(now.path("curtimestamp").asText()));
      feed.look();
      return feed;
    } catch (DateTimeException e) {
      throw new SourceException.Broken(
          "The wiki does not say what time it is: look whether its API works.", e);
    }
  }

  /** What happened since the last look, oldest first. */
  List<Touched> look() throws SourceException, InterruptedException {
    String from = since.minus(OVERLAP).toString();
    Map<String, String> asked = new TreeMap<>();
    asked.put("list", "recentchanges|logevents");
    asked.put("rcprop", "ids|title|timestamp|sizes");
    asked.put("rctype", "edit|new");
    asked.put("rcdir", "newer");
    asked.put("rcstart", from);
    asked.put("rclimit", "max");
    asked.put("leprop", "ids|title|type|timestamp|details");
    asked.put("ledir", "newer");
    asked.put("lestart", from);
    asked.put("lelimit", "max");
    List<Touched> news = new ArrayList<>();
    Instant latest = since;
    for (JsonNode part : Continued.all(api, asked)) {
      for (JsonNode row : part.path("query").path("recentchanges")) {
        latest = take("rc" + row.path("rcid").asText(), row, latest, news);
      }
      for (JsonNode row : part.path("query").path("logevents")) {
        latest = take("log" + row.path("logid").asText(), row, latest, news);
      }
    }
    since = latest;
    Instant old = since.minus(OVERLAP);
    seen.values().removeIf(old::isAfter);
    return news;
  }

  private Instant take(String id, JsonNode row, Instant latest, List<Touched> news) {
    Instant at = time(row, latest);
    if (seen.put(id, at) == null) {
      news.add(
          new Touched(
              row.path("ns").asInt(),
              row.path("title").asText(),
              row.path("revid").asLong(),
              row.path("newlen").asLong()));
      JsonNode target = row.path("params").path("target_title");
      if (target.isTextual()) {
        int space = row.path("params").path("target_ns").asInt();
        news.add(new Touched(space, target.asText(), 0, 0));
      }
    }
    return at.isAfter(latest) ? at : latest;
  }

  private static Instant time(JsonNode row, Instant otherwise) {
    try {
      return Instant.parse(row.path("timestamp").asText());
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
