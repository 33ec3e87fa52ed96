package dev.gill.source.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a channel was read.
 *
 * @param whole whether it was read to its beginning once
 * @param before until it is whole: the message down to which it was read
 * @param known up to which message nothing is missing
 * @param swept when the last reading of all of it began, in seconds since 1970
 * @param threads by the message that begins them
 */
record Progress(
    boolean whole, String before, String known, long swept, Map<String, Thread> threads) {
  /** Nothing is read yet. */
  static final Progress NONE = new Progress(false, "", "", 0, Map.of());

  /**
   * A thread.
   *
   * @param listed how many replies it has and when the last one came, as the channel shows it
   * @param read the same as of when its replies were read; empty if they were not
   */
  record Thread(String listed, String read) {
    boolean due() {
      return !listed.equals(read);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  Progress {
    threads = Collections.unmodifiableMap(new TreeMap<>(threads));
  }

  Progress with(Map<String, Thread> others) {
    return new Progress(whole, before, known, swept, others);
  }

  /** As an archive keeps it. */
  String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can be written", e);
    }
  }

  /** Reads what {@link #write} writes; nothing is read yet if it is something else. */
  static Progress read(String written) {
    try {
      return JSON.readValue(written, Progress.class);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }
}
