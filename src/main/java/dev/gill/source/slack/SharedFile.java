package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A file or canvas that a message carries.
 *
 * @param name with an ending that says its format
 * @param title as people read it
 * @param type its media type; empty if Slack does not say
 * @param size in bytes
 * @param changed seconds since 1970
 * @param link where the team opens it
 * @param content where it is read
 * @param canvas whether it is one, which is read as HTML
 */
record SharedFile(
    String id,
    String name,
    String title,
    String type,
    long size,
    long changed,
    String link,
    String content,
    boolean canvas) {
  /** Those of a message that can be read at all. */
  static List<SharedFile> of(JsonNode message) {
    List<SharedFile> files = new ArrayList<>();
    for (JsonNode file : message.path("files")) {
      String content = file.path("url_private_download").asText(file.path("url_private").asText());
      boolean there = !file.path("mode").asText().matches("tombstone|hidden_by_limit|external");
      if (there && !content.isEmpty() && !file.path("id").asText("").isEmpty()) {
        files.add(of(file, content));
      }
    }
    return files;
  }

  private static SharedFile of(JsonNode file, String content) {
    boolean canvas =
        file.path("mimetype").asText().equals("application/vnd.slack-docs")
            || file.path("filetype").asText().matches("quip|canvas");
    String title = file.path("title").asText("");
    String name = file.path("name").asText(title);
    return new SharedFile(
        file.path("id").asText(),
        name,
        title.isEmpty() ? name : title,
        canvas ? "text/html" : file.path("mimetype").asText(""),
        file.path("size").asLong(),
        Math.max(file.path("updated").asLong(), file.path("created").asLong()),
        file.path("permalink").asText(""),
        content,
        canvas);
  }

  /** The name by which its format is found. */
  String formatName() {
    return canvas ? id + ".html" : name;
  }

  /** Changes whenever its content may have. */
  String mark() {
    return "%s %d %d".formatted(id, size, changed);
  }
}
