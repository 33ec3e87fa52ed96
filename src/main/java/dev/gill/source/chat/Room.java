package dev.gill.source.chat;

import dev.gill.model.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A channel, group or direct chat with all its messages. The same object again says that nothing
 * has changed since.
 *
 * @param key the chat's own stable key for it
 * @param title as people read it, such as {@code #ops}
 * @param scope whose readers may read it
 * @param posts in the order of time
 */
public record Room(String key, String title, Scope scope, List<Post> posts) {
  public Room {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(scope, "scope");
    posts = posts.stream().sorted(Comparator.comparing(Post::at).thenComparing(Post::id)).toList();
  }
}
