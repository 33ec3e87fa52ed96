package dev.gill.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What people were sent unasked, so that nobody gets the same twice a day, and who wants none of
 * it. Kept in a file, an object of JSON a line. Safe for use by several threads.
 */
public final class NoticeBook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ONCE_IN = Duration.ofDays(1);

  private final Path file;
  private final Map<String, Instant> sent = new HashMap<>();
  private final Set<String> muted = new HashSet<>();
  private boolean read;

  private NoticeBook(Path file) {
    this.file = file;
  }

  /** A book in a folder; nothing is read or written before it is needed. */
  public static NoticeBook in(Path folder) {
    return new NoticeBook(folder.resolve("notices.jsonl"));
  }

  /** What came of asking whether somebody may be sent something. */
  public enum Permit {
    /** They may, and it is noted that they were. */
    GRANTED,
    /** They were, within the last day. */
    SENT_LATELY,
    /** They want none. */
    MUTED
  }

  /**
   * Asks whether somebody may be sent something, and notes that they were.
   *
   * @param recipient the account, with its chat in front
   * @param about what it is about, such as a document
   * @throws IOException if it cannot be noted
   */
  public synchronized Permit take(String recipient, String about, Instant now) throws IOException {
    read();
    if (muted.contains(recipient)) {
      return Permit.MUTED;
    }
    String key = recipient + " " + about;
    Instant last = sent.get(key);
    if (last != null && now.isBefore(last.plus(ONCE_IN))) {
      return Permit.SENT_LATELY;
    }
    write("sent", key, now);
    sent.put(key, now);
    return Permit.GRANTED;
  }

  /**
   * Notes that somebody wants none, or some again.
   *
   * @throws IOException if it cannot be noted
   */
  public synchronized void mute(String recipient, boolean none, Instant now) throws IOException {
    read();
    write(none ? "muted" : "unmuted", recipient, now);
    if (none) {
      muted.add(recipient);
    } else {
      muted.remove(recipient);
    }
  }

  /**
   * Whether somebody wants none.
   *
   * @throws IOException if the file cannot be read
   */
  public synchronized boolean isMuted(String recipient) throws IOException {
    read();
    return muted.contains(recipient);
  }

  private void write(String what, String whom, Instant at) throws IOException {
    Files.createDirectories(file.getParent());
    String line =
        JSON.createObjectNode().put("what", what).put("whom", whom).put("at", at.toString()) + "\n";
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void read() throws IOException {
    if (read) {
      return;
    }
    if (Files.exists(file)) {
      String lines = Files.readString(file);
      lines.lines().forEach(this::note);
      if (!lines.isEmpty() && !lines.endsWith("\n")) {
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
      }
    }
    read = true;
  }

  /** A line that was cut short by a crash says nothing; the next one begins behind it. */
  private void note(String line) {
    try {
      JsonNode row = JSON.readTree(line);
      String whom = row.path("whom").asText();
      switch (row.path("what").asText()) {
        case "sent" -> sent.put(whom, Instant.parse(row.path("at").asText()));
        case "muted" -> muted.add(whom);
        case "unmuted" -> muted.remove(whom);
        default -> {}
      }
    } catch (JsonProcessingException | DateTimeException e) {
      return;
    }
  }
}
