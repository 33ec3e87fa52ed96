package dev.gill.source.lark;

import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The messages of a group as far as they were read, while more are taken in. */
final class GroupDraft {
  private final UnaryOperator<Post> plain;
  private final Map<String, Post> posts = new TreeMap<>();
  private final Map<String, GroupProgress.Topic> topics = new TreeMap<>();
  private GroupProgress progress;
  private boolean changed;

  /**
   * Goes on with what is kept of a group.
   *
   * @param plain makes of a message what may be kept of it
   */
  GroupDraft(Optional<Kept> kept, UnaryOperator<Post> plain) {
    this.plain = plain;
    this.progress = kept.map(Kept::head).map(GroupProgress::read).orElse(GroupProgress.NONE);
    topics.putAll(progress.topics());
    kept.ifPresent(room -> posts.putAll(room.posts()));
  }

  /** All of it, to be kept. */
  Kept kept() {
    GroupProgress now =
        new GroupProgress(
            progress.whole(), progress.at(), progress.known(), progress.swept(), topics);
    return new Kept(now.write(), posts);
  }

  /** Whether it is otherwise than it was kept. */
  boolean isChanged() {
    return changed;
  }

  /** It was kept. */
  void isKept() {
    changed = false;
  }

  /** How many messages there are. */
  int size() {
    return posts.size();
  }

  Map<String, GroupProgress.Topic> topics() {
    return topics;
  }

  GroupProgress progress() {
    return progress;
  }

  void progress(boolean whole, long at, long known, long swept) {
    GroupProgress now = new GroupProgress(whole, at, known, swept, Map.of());
    changed |=
        !now.equals(
            new GroupProgress(
                progress.whole(), progress.at(), progress.known(), progress.swept(), Map.of()));
    progress = now;
  }

  /**
   * Takes in what the group itself lists of a time.
   *
   * @param from its beginning, in milliseconds since 1970
   * @param to its end, which is not part of it
   * @param seen all that was listed, also at its edges
   * @return the ids of topics among it
   */
  Set<String> take(List<Sent> listed, long from, long to, Set<String> seen) {
    Set<String> inTopics =
        topics.values().stream()
            .flatMap(topic -> topic.replies().stream())
            .collect(Collectors.toSet());
    List.copyOf(posts.values()).stream()
        .filter(post -> post.at().toEpochMilli() >= from && post.at().toEpochMilli() < to)
        .filter(post -> !seen.contains(post.id()) && !inTopics.contains(post.id()))
        .forEach(post -> remove(post.id()));
    Set<String> found = new HashSet<>();
    for (Sent sent : listed) {
      put(sent);
      if (!sent.topic().isEmpty() && sent.begins()) {
        changed |=
            topics.putIfAbsent(sent.topic(), new GroupProgress.Topic(sent.id(), List.of())) == null;
        found.add(sent.topic());
      }
    }
    return found;
  }

  /** Takes in all messages of a topic; none if it is not there any more. */
  void takeTopic(String topic, List<Sent> all) {
    GroupProgress.Topic before = topics.get(topic);
    if (before == null) {
      return;
    }
    List<String> replies =
        all.stream().map(Sent::id).filter(id -> !id.equals(before.root())).sorted().toList();
    before.replies().stream().filter(id -> !replies.contains(id)).forEach(this::remove);
    all.forEach(this::put);
    GroupProgress.Topic now = new GroupProgress.Topic(before.root(), replies);
    changed |= !now.equals(topics.put(topic, now));
  }

  private void put(Sent sent) {
    if (sent.post().isEmpty()) {
      remove(sent.id());
      return;
    }
    Post post = plain.apply(sent.post().get());
    changed |= !post.equals(posts.put(post.id(), post));
  }

  void remove(String id) {
    changed |= posts.remove(id) != null;
  }

  /** Drops what was said before this moment in conversations that ended before it. */
  void dropBefore(Instant moment) {
    Map<String, Instant> ends = new HashMap<>();
    posts
        .values()
        .forEach(post -> ends.merge(root(post), post.at(), (a, b) -> a.isAfter(b) ? a : b));
    List.copyOf(posts.values()).stream()
        .filter(post -> ends.get(root(post)).isBefore(moment))
        .forEach(post -> remove(post.id()));
  }

  private static String root(Post post) {
    return post.thread().orElse(post.id());
  }
}
