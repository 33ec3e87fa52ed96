package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.chat.Attached;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Messages as Slack writes them. The id of one is its {@code ts}, the seconds since 1970 with six
 * digits behind the point; its text stays in Slack's markup; its name is as the message says it,
 * where the list of members does not.
 */
final class Posts {
  /** All others, such as joins and changes of the topic, are no messages of anybody. */
  private static final Set<String> SAID =
      Set.of("", "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment");

  private static final String TS = "\\d{1,11}\\.\\d{1,9}";

  private Posts() {}

  /** Reads a message of the Web API or of an export; empty if nobody said it. */
  static Optional<Post> of(JsonNode message) {
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
        new Post(
            ts,
            account,
            name(message),
            at(ts),
            "",
            bot ? withAttachments(message) : message.path("text").asText(""),
            Optional.empty(),
            Optional.of(message.path("thread_ts").asText("")).filter(root -> !root.isEmpty()),
            Set.of(),
            bot,
            files(message)));
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

  /** The files and canvases that can be read at all. */
  private static List<Attached> files(JsonNode message) {
    List<Attached> files = new ArrayList<>();
    for (JsonNode file : message.path("files")) {
      file(file).ifPresent(files::add);
    }
    return files;
  }

  /** A file as Slack describes it; empty if it cannot be read. A canvas is read as HTML. */
  static Optional<Attached> file(JsonNode file) {
    String content = file.path("url_private_download").asText(file.path("url_private").asText());
    boolean there = !file.path("mode").asText().matches("tombstone|hidden_by_limit|external");
    String id = file.path("id").asText("");
    if (!there || content.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    boolean canvas =
        file.path("mimetype").asText().equals("application/vnd.slack-docs")
            || file.path("filetype").asText().matches("quip|canvas");
    String title = file.path("title").asText("");
    String name = file.path("name").asText(title);
    return Optional.of(
        new Attached(
            id,
            canvas ? id + ".html" : name,
            title.isEmpty() ? name : title,
            canvas ? "text/html" : file.path("mimetype").asText(""),
            file.path("size").asLong(),
            Math.max(file.path("updated").asLong(), file.path("created").asLong()),
            file.path("permalink").asText(""),
            content));
  }

  /** Whether it is a reply in a thread. */
  static boolean isReply(Post post) {
    return post.thread().filter(root -> !root.equals(post.id())).isPresent();
  }

  /** The moment of a {@code ts}. */
  static Instant at(String ts) {
    int point = ts.indexOf('.');
    long nanos = Long.parseLong((ts.substring(point + 1) + "000000000").substring(0, 9));
    return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, point)), nanos);
  }
}
