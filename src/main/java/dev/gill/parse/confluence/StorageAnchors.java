package dev.gill.parse.confluence;

import java.util.HashMap;
import java.util.Map;

/**
 * The ids that Confluence gives to headings: Data Center the page's title and the heading's words
 * without blanks, Cloud the words with hyphens for blanks; a number follows where the same came
 * before.
 */
final class StorageAnchors {
  private final String prefix;
  private final Map<String, Integer> given = new HashMap<>();

  /**
   * Ids of a page.
   *
   * @param title of the page if it stands in them; else empty
   */
  StorageAnchors(String title) {
    this.prefix = title.isBlank() ? "" : begin(title.replaceAll("\\s+", "")) + "-";
  }

  private static String begin(String title) {
    return title.matches("[A-Za-z].*") ? title : "id-" + title;
  }

  String of(String heading) {
    String words = heading.strip();
    String id = prefix + words.replaceAll("\\s+", prefix.isEmpty() ? "-" : "");
    int before = given.merge(id, 1, Integer::sum) - 1;
    return before == 0 ? id : id + "." + before;
  }
}
