package dev.gill.source.chat;

import java.util.Objects;

/**
 * A file that a message carries.
 *
 * @param name with an ending that says its format
 * @param title as people read it
 * @param type its media type; empty if the chat does not say
 * @param size in bytes
 * @param changed seconds since 1970; 0 if the chat does not say
 * @param link where the team opens it
 * @param content where it is read
 */
public record Attached(
    String id,
    String name,
    String title,
    String type,
    long size,
    long changed,
    String link,
    String content) {
  public Attached {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(content, "content");
  }

  /** Changes whenever its content may have. */
  public String mark() {
    return "%s %d %d".formatted(id, size, changed);
  }
}
