package dev.gill.source.chat;

import dev.gill.model.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A conversation as a document.
 *
 * @param key of its room and its first message
 * @param title the room's, and how it begins
 * @param messages what was said and is worth reading, in the order of time; at least one
 */
record Conversation(String key, String title, Room room, List<Message> messages) {
  private static final int TITLE = 70;

  static Conversation of(Room room, List<Post> joined, List<Message> messages) {
    return new Conversation(
        beginning(room.key()) + joined.getFirst().id(),
        "%s: %s".formatted(room.title(), begin(messages)),
        room,
        messages);
  }

  /** What the keys of all conversations of a room begin with. */
  static String beginning(String room) {
    return room.isEmpty() ? "" : room + "/";
  }

  /** What the first one says of whom something is read. */
  private static String begin(List<Message> messages) {
    Message first =
        messages.stream()
            .filter(message -> !message.isLeftOut())
            .findFirst()
            .orElse(messages.getFirst());
    String line = first.text().strip().replaceAll("\\s+", " ");
    if (line.length() <= TITLE) {
      return line;
    }
    int end = line.offsetByCodePoints(0, Math.min(TITLE, line.codePointCount(0, line.length())));
    int word = line.lastIndexOf(' ', end);
    return line.substring(0, word > TITLE / 2 ? word : end) + "…";
  }

  /** Changes whenever anything of it does. */
  String revision() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((title + "\n" + messages).getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** About how many bytes. */
  long size() {
    return messages.stream().mapToLong(message -> message.text().length()).sum();
  }
}
