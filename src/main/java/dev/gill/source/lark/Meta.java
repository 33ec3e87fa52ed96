package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the drive says of a document without opening it.
 *
 * @param edited when its content was changed last, in seconds since 1970
 * @param young whether it was changed so shortly before this was asked that another change may
 *     still bear the same time
 * @param editor who did it, by open id
 */
record Meta(long edited, boolean young, String url, String editor, String title) {
  private static final long SETTLES = 3;

  /** The app may not know of it. */
  static final Meta CLOSED = new Meta(-1, false, "", "", "");

  static Meta of(JsonNode meta, long serverTime) {
    long edited = meta.path("latest_modify_time").asLong();
    return new Meta(
        edited,
        edited > serverTime - SETTLES,
        meta.path("url").asText(),
        meta.path("latest_modify_user").asText(),
        meta.path("title").asText());
  }

  String mark() {
    return edited + (young ? "?" : "") + " " + title;
  }
}
