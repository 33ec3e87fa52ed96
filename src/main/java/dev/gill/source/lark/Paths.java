package dev.gill.source.lark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the addresses of requests, relative to the platform's. */
final class Paths {
  private Paths() {}

  /** A path in which each {@code {}} stands for a part that may hold any sign. */
  static String of(String form, String... parts) {
    String path = "open-apis/" + form;
    for (String part : parts) {
      path = path.replaceFirst("\\{}", encoded(part));
    }
    return path;
  }

  static String query(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : new TreeMap<>(query)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
