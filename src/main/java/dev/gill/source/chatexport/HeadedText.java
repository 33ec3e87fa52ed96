package dev.gill.source.chatexport;

import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in which a line with a name and a time stands above, or in front of, what was said: {@code
 * 2026-03-02 10:15:00 Li Na}, {@code Li Na(linajj) 2026/3/2 10:15}, {@code [2026-03-02 10:15] Li
 * Na: text}.
 */
final class HeadedText {
  private static final String ACCOUNT = "(?:\\s?[(（<](?<account>[\\w.@+-]{2,64})[)）>])?";
  private static final List<Pattern> HEADS =
      List.of(
          Pattern.compile(
              "^\\[?(?<time>%s)]?[ \\t]+(?<name>[^:：\\n]{1,40}?)%s\\s*[:：][ \\t]*(?<text>.*)$"
                  .formatted(Times.FORM, ACCOUNT)),
          Pattern.compile(
              "^\\[?(?<time>%s)]?[ \\t]+(?<name>\\S.{0,39}?)%s\\s*(?<text>)$"
                  .formatted(Times.FORM, ACCOUNT)),
          Pattern.compile(
              "^(?<name>\\S.{0,39}?)%s[ \\t]+(?<time>%s)[:：]?\\s*(?<text>)$"
                  .formatted(ACCOUNT, Times.FORM)));

  private record Head(Instant at, String name, String account, String text) {}

  private HeadedText() {}

  /**
   * Reads the messages.
   *
   * @throws ExportException if no line has a name and a time
   */
  static List<Post> read(String text, Times times) throws ExportException {
    List<Post> posts = new ArrayList<>();
    Numbering numbering = new Numbering();
    Optional<Head> head = Optional.empty();
    StringBuilder said = new StringBuilder();
    for (String line : text.split("\\R")) {
      Optional<Head> next = head(line, times);
      if (next.isPresent()) {
        head.ifPresent(each -> add(each, said, numbering, posts));
        head = next;
        said.setLength(0);
        said.append(next.get().text());
      } else {
        said.append('\n').append(line);
      }
    }
    head.ifPresent(each -> add(each, said, numbering, posts));
    if (posts.isEmpty()) {
      throw new ExportException(
          "No message was found in it: export the chat so that a name and a time stand above each message, or as JSON lines.");
    }
    return posts;
  }

  private static void add(Head head, StringBuilder said, Numbering numbering, List<Post> posts) {
    String text = said.toString().strip();
    if (Placeholders.is(text)) {
      return;
    }
    Post post = Post.said(numbering.id(head.at()), head.name(), head.at(), text);
    posts.add(head.account().isEmpty() ? post : post.by(head.account()));
  }

  private static Optional<Head> head(String line, Times times) {
    for (Pattern form : HEADS) {
      Matcher head = form.matcher(line.strip());
      if (head.matches()) {
        String account = head.group("account") == null ? "" : head.group("account");
        return times
            .parse(head.group("time"))
            .map(at -> new Head(at, head.group("name").strip(), account, head.group("text")));
      }
    }
    return Optional.empty();
  }
}
