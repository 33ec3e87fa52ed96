package dev.gill.source.slack;

import dev.gill.source.chat.Post;
import java.util.List;
import java.util.Set;

/**
 * What is known of a workspace.
 *
 * @param url of the workspace, below which messages have their links; empty if it is not known
 * @param channels that are followed
 * @param unread of them, those that were not read to their beginning yet
 * @param left channels that were followed before and are not any more
 * @param standing how far reading is and what it costs, for people
 */
record State(
    Members members,
    String url,
    List<Held> channels,
    Set<String> unread,
    Set<String> left,
    String standing) {
  /**
   * A channel; the same object again says that nothing has changed.
   *
   * @param posts in the order of time
   * @param canvases that it shows beside its messages
   */
  record Held(Channel channel, List<Post> posts, List<Canvas> canvases) {
    Held {
      posts = List.copyOf(posts);
      canvases = List.copyOf(canvases);
    }
  }

  State {
    channels = List.copyOf(channels);
    unread = Set.copyOf(unread);
    left = Set.copyOf(left);
  }
}
