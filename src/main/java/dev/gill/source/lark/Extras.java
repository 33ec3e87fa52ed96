package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in no wiki and is named by the settings: minutes, and the instances of approvals. Lark
 * does not say when they change, so that they are read again each hour, and an approval no more
 * once it has been closed for a day.
 */
final class Extras {
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int WINDOWS = 12;

  /** A document that is none of the wiki's. */
  record Extra(Item item, String mark) {}

  private final LarkSettings settings;
  private final LarkApi api;
  private final SortedMap<String, Extra> all = new TreeMap<>();
  private final SortedMap<String, Instant> closed = new TreeMap<>();
  private long hour = -1;

  Extras(LarkSettings settings, LarkApi api) {
    this.settings = settings;
    this.api = api;
  }

  SortedMap<String, Extra> all() {
    return Collections.unmodifiableSortedMap(all);
  }

  /** An approval was closed at this time, or is open again. */
  void closed(String instance, Instant at) {
    closed.put(instance, at);
  }

  /** Lists them once an hour. Returns whether it did. */
  boolean look(Instant now) throws SourceException, InterruptedException {
    long present = now.getEpochSecond() / Duration.ofHours(1).toSeconds();
    if (present == hour || (settings.minutes().isEmpty() && settings.approvals().isEmpty())) {
      return false;
    }
    SortedMap<String, Extra> found = new TreeMap<>();
    for (String token : settings.minutes()) {
      found.put("minutes/" + token, new Extra(new Item.Minutes(token), "hour " + present));
    }
    for (String code : settings.approvals()) {
      instances(code, now, present, found);
    }
    all.clear();
    all.putAll(found);
    hour = present;
    return true;
  }

  private void instances(String code, Instant now, long present, Map<String, Extra> found)
      throws SourceException, InterruptedException {
    for (int window = 0; window < WINDOWS; window++) {
      Instant end = now.minus(WINDOW.multipliedBy(window));
      Map<String, String> query =
          Map.of(
              "approval_code",
              code,
              "page_size",
              "100",
              "start_time",
              Long.toString(end.minus(WINDOW).toEpochMilli()),
              "end_time",
              Long.toString(end.toEpochMilli()));
      try {
        for (JsonNode each :
            api.all(Paths.of("approval/v4/instances"), query, "instance_code_list")) {
          String instance = each.asText();
          Instant over = closed.getOrDefault(instance, Instant.MAX);
          boolean rests = over.isBefore(Instant.MAX) && over.plus(Duration.ofDays(1)).isBefore(now);
          found.put(
              "approval/" + instance,
              new Extra(new Item.Approval(instance), rests ? "closed" : "hour " + present));
        }
      } catch (LarkException e) {
        throw api.refusals().needed(e, "approvals", "approval:approval:readonly");
      }
    }
  }
}
