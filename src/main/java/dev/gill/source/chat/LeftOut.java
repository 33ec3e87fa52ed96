package dev.gill.source.chat;

import dev.gill.model.Message;
import java.util.Optional;
import java.util.Set;

/** What is kept of a message that its author does not want to be read. */
final class LeftOut {
  private LeftOut() {}

  /** The message without its author's name and with a note for what it says; of one, itself. */
  static Post of(Post post) {
    return new Post(
        post.id(),
        post.account(),
        "",
        post.at(),
        "",
        Message.leftOut(post.id(), post.at(), post.text()).text(),
        Optional.empty(),
        post.thread(),
        Set.of(),
        post.bot());
  }
}
