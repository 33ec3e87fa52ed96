package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A message as it is archived.
 *
 * @param ts Slack's id of it in its channel, the seconds since 1970 with six digits behind the
 *     point
 * @param thread the {@code ts} of the message that begins its thread; empty if there is none
 * @param account of who wrote it; an app's own if it has no user
 * @param name as the message says it, where the list of members does not
 * @param text in Slack's markup
 * @param leftOut whether its author opted out, so that {@code text} is a note of that
 */
record Line(
    String ts,
    String thread,
    String account,
    String name,
    String text,
    boolean bot,
    boolean leftOut,
    List<SharedFile> files) {
  /** All others, such as joins and changes of the topic, are no messages of anybody. */
  private static final Set<String> SAID =
      Set.of("", "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment");

  private static final String TS = "\\d{1,11}\\.\\d{1,9}";

  Line {
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Reads a message of the Web API or of an export; empty if nobody said it. */
  static Optional<Line> of(JsonNode message) {
    String ts = message.path("ts").asText();
    String app = message.path("bot_id").asText("");
    String user = message.path("user").asText("");
    String account = user.isEmpty() ? app : user;
    if (!ts.matches(TS)
        || !SAID.contains(message.path("subtype").asText(""))
        || message.path("hidden").asBoolean()
        || account.isEmpty()) {
      return Optional.empty();
    }
    boolean bot = !app.isEmpty() || account.equals("USLACKBOT");
    return Optional.of(
        new Line(
            ts,
            message.path("thread_ts").asText(""),
            account,
            name(message),
            bot ? withAttachments(message) : message.path("text").asText(""),
            bot,
            false,
            SharedFile.of(message)));
  }

  private static String name(JsonNode message) {
    String user = message.path("user_profile").path("display_name").asText("");
    String app = message.path("bot_profile").path("name").asText("");
    return message.path("username").asText(user.isEmpty() ? app : user);
  }

  /** What people attach is somebody else's, perhaps of a channel with other readers. */
  private static String withAttachments(JsonNode message) {
    String text = message.path("text").asText("");
    return text.isBlank()
        ? StreamSupport.stream(message.path("attachments").spliterator(), false)
            .map(each -> each.path("text").asText(each.path("fallback").asText("")))
            .collect(Collectors.joining("\n"))
        : text;
  }

  /** Without what it says. */
  Line leaveOut() {
    String note = Language.of(text) == Language.CHINESE ? "［此消息未收录］" : "[message left out]";
    return new Line(ts, thread, account, "", note, bot, true, List.of());
  }

  /** Whether it is a reply in a thread. */
  boolean reply() {
    return !thread.isEmpty() && !thread.equals(ts);
  }

  Instant at() {
    return at(ts);
  }

  /** The moment of a {@code ts}. */
  static Instant at(String ts) {
    int point = ts.indexOf('.');
    long nanos = Long.parseLong((ts.substring(point + 1) + "000000000").substring(0, 9));
    return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, point)), nanos);
  }
}
