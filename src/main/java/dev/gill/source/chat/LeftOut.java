package dev.gill.source.chat;

import dev.gill.model.Language;
import java.util.Optional;
import java.util.Set;

/** What stands for a message that its author does not want to be read. */
final class LeftOut {
  private LeftOut() {}

  /** A note in the language of the text that it stands for; of a note, that note. */
  static String note(String text) {
    return Language.of(text) == Language.CHINESE ? "［此消息未收录］" : "[message left out]";
  }

  /** The message without what it says and without its author's name. */
  static Post of(Post post) {
    return new Post(
        post.id(),
        post.account(),
        "",
        post.at(),
        "",
        note(post.text()),
        Optional.empty(),
        post.thread(),
        Set.of(),
        post.bot());
  }
}
