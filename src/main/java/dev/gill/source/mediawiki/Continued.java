package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A query whose answer comes in several parts. */
final class Continued {
  /** A wiki that never comes to an end is broken; a million pages take 2,000 parts. */
  private static final int MOST = 10_000;

  private Continued() {}

  /** All parts, in order. */
  static List<JsonNode> all(WikiApi api, Map<String, String> asked)
      throws SourceException, InterruptedException {
    try {
      return parts(api, asked);
    } catch (ApiException e) {
      throw api.trouble(e);
    }
  }

  /** The same, for what one page alone can be the reason of. */
  static List<JsonNode> parts(WikiApi api, Map<String, String> asked)
      throws SourceException, ApiException, InterruptedException {
    List<JsonNode> parts = new ArrayList<>();
    Map<String, String> next = new TreeMap<>(asked);
    while (parts.size() < MOST) {
      JsonNode answer = api.query(next);
      parts.add(answer);
      if (answer.path("continue").isEmpty()) {
        break;
      }
      next = new TreeMap<>(asked);
      for (Map.Entry<String, JsonNode> entry : answer.path("continue").properties()) {
        next.put(entry.getKey(), entry.getValue().asText());
      }
    }
    return parts;
  }
}
