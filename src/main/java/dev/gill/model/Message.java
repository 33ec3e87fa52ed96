package dev.gill.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody said in a conversation.
 *
 * @param id the source's own, by which replies name it
 * @param author as people read the name; empty if unknown
 * @param at when it was written, or last edited
 * @param link where the team reads it; empty if there is none
 * @param text as it was written; code may stand between fences
 * @param replyTo the id of the message that it answers
 */
public record Message(
    String id, String author, Instant at, String link, String text, Optional<String> replyTo) {
  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(replyTo, "replyTo");
  }
}
