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
  private static final String LEFT_OUT = "[message left out]";
  private static final String LEFT_OUT_ZH = "［此消息未收录］";

  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(replyTo, "replyTo");
  }

  /**
   * Stands in the place of a message whose author wants nothing of theirs to be read, so that what
   * others answered keeps its sense.
   *
   * @param original what it said, of which its language alone is kept
   */
  public static Message leftOut(String id, Instant at, String original) {
    String note = Language.of(original) == Language.CHINESE ? LEFT_OUT_ZH : LEFT_OUT;
    return new Message(id, "", at, "", note, Optional.empty());
  }

  /** Whether it only stands in the place of another. */
  public boolean isLeftOut() {
    return author.isEmpty() && (text.equals(LEFT_OUT) || text.equals(LEFT_OUT_ZH));
  }
}
