package dev.gill.source.lark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a group was read. Times are those of messages, in milliseconds since 1970.
 *
 * @param whole whether it was read from its beginning to its end once
 * @param at until it is whole: up to which time
 * @param known up to which time nothing is missing
 * @param swept when the last reading of all of it began, in seconds since 1970
 * @param topics by their id
 */
record GroupProgress(boolean whole, long at, long known, long swept, Map<String, Topic> topics) {
  /** Nothing is read yet. */
  static final GroupProgress NONE = new GroupProgress(false, 0, 0, 0, Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Messages that the group itself does not list.
   *
   * @param root the message that begins them
   * @param replies their ids
   */
  record Topic(String root, List<String> replies) {
    Topic {
      replies = List.copyOf(replies);
    }
  }

  GroupProgress {
    topics = Collections.unmodifiableMap(new TreeMap<>(topics));
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
  static GroupProgress read(String written) {
    try {
      return JSON.readValue(written, GroupProgress.class);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }
}
