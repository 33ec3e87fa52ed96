package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text of a rich message, a paragraph a line; code stands between fences. */
final class RichText {
  private RichText() {}

  /**
   * Reads one.
   *
   * @param names of those who are mentioned, by the key that stands for them
   */
  static String of(JsonNode content, Map<String, String> names) {
    List<String> lines = new ArrayList<>();
    String title = content.path("title").asText("").strip();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    for (JsonNode paragraph : content.path("content")) {
      StringBuilder line = new StringBuilder();
      paragraph.forEach(element -> line.append(element(element, names)));
      lines.add(line.toString());
    }
    return String.join("\n", lines).strip();
  }

  private static String element(JsonNode element, Map<String, String> names) {
    String text = element.path("text").asText("");
    return switch (element.path("tag").asText()) {
      case "text", "md" -> named(text, names);
      case "a" -> link(text, element.path("href").asText(""));
      case "at" -> "@" + mentioned(element, names);
      case "code_block" ->
          "```%s\n%s\n```"
              .formatted(
                  element.path("language").asText("").toLowerCase(Locale.ROOT), text.strip());
      default -> ""; // pictures, films and signs of feeling say nothing that can be quoted
    };
  }

  private static String link(String text, String address) {
    return text.isBlank() || text.equals(address) ? address : "%s (%s)".formatted(text, address);
  }

  private static String mentioned(JsonNode element, Map<String, String> names) {
    String key = element.path("user_id").asText("");
    return names.getOrDefault(key, element.path("user_name").asText(key));
  }

  /**
   * With names in the place of keys, the longest key first, since {@code @_user_1} begins others.
   */
  static String named(String text, Map<String, String> names) {
    String named = text;
    for (String key :
        names.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      named = key.isEmpty() ? named : named.replace(key, "@" + names.get(key));
    }
    return named;
  }
}
