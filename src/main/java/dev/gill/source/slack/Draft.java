package dev.gill.source.slack;

import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The messages of a channel as far as they were read, while more are taken in. */
final class Draft {
  /** After every other. */
  private static final String LAST = "~";

  private final UnaryOperator<Post> plain;
  private final TreeMap<String, Post> posts = new TreeMap<>();
  private final TreeMap<String, Progress.Thread> threads = new TreeMap<>();
  private Progress progress;
  private boolean changed;

  /**
   * Goes on with what is kept of a channel.
   *
   * @param plain makes of a message what may be kept of it
   */
  Draft(Optional<Kept> kept, UnaryOperator<Post> plain) {
    this.plain = plain;
    this.progress = kept.map(Kept::head).map(Progress::read).orElse(Progress.NONE);
    threads.putAll(progress.threads());
    kept.ifPresent(room -> posts.putAll(room.posts()));
  }

  /** All of it, to be kept. */
  Kept kept() {
    return new Kept(progress.with(threads).write(), posts);
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

  Progress progress() {
    return progress;
  }

  void progress(boolean whole, String before, String known, long swept) {
    progress = new Progress(whole, before, known, swept, threads);
    changed = true;
  }

  SortedMap<String, Progress.Thread> threads() {
    return threads;
  }

  /** The threads that have other replies than were read. */
  List<String> dueThreads() {
    return threads.keySet().stream().filter(root -> threads.get(root).due()).toList();
  }

  /**
   * Takes in a part of the channel.
   *
   * @param above it reaches down to this message, itself included; empty for the beginning
   * @param below and up to this one, which is not part of it; empty for the end
   */
  void channel(Page page, String above, String below) {
    String end = below.isEmpty() ? LAST : below;
    if (above.compareTo(end) < 0) {
      Set<String> present = page.present();
      List.copyOf(threads.subMap(above, end).keySet()).stream()
          .filter(root -> !present.contains(root))
          .forEach(this::removeThread);
      Set<String> said = page.said();
      List.copyOf(posts.subMap(above, end).values()).stream()
          .filter(post -> !Posts.isReply(post) && !said.contains(post.id()))
          .forEach(post -> remove(post.id()));
    }
    page.posts().forEach(this::put);
    page.threads()
        .forEach(
            (root, listed) -> {
              String read = threads.containsKey(root) ? threads.get(root).read() : "";
              thread(root, new Progress.Thread(listed, read));
            });
  }

  /** Takes in all messages of a thread, or one that has no replies. */
  void thread(String root, Page all) {
    Set<String> present = all.present();
    if (!present.contains(root)) {
      removeThread(root);
      return;
    }
    Set<String> said = all.said();
    Stream.concat(Stream.of(root), replies(root).stream())
        .filter(ts -> !said.contains(ts))
        .forEach(this::remove);
    all.posts().forEach(this::put);
    Optional<String> listed =
        Optional.ofNullable(all.threads().get(root))
            .or(
                () ->
                    Optional.ofNullable(threads.get(root))
                        .filter(_ -> all.messages().size() > 1)
                        .map(Progress.Thread::listed));
    if (listed.isPresent()) {
      thread(root, new Progress.Thread(listed.get(), listed.get()));
    } else {
      changed |= threads.remove(root) != null;
    }
  }

  private void thread(String root, Progress.Thread now) {
    changed |= !now.equals(threads.put(root, now));
  }

  private void removeThread(String root) {
    changed |= threads.remove(root) != null;
    replies(root).forEach(this::remove);
    remove(root);
  }

  private List<String> replies(String root) {
    return posts.tailMap(root).values().stream()
        .filter(post -> Posts.isReply(post) && post.thread().orElseThrow().equals(root))
        .map(Post::id)
        .toList();
  }

  private void put(Post read) {
    Post post = plain.apply(read);
    changed |= !post.equals(posts.put(post.id(), post));
  }

  private void remove(String ts) {
    changed |= posts.remove(ts) != null;
  }

  /** Drops what was said before this moment, but for threads that went on after it. */
  void dropBefore(Instant moment) {
    Set<String> alive = new HashSet<>();
    threads.forEach(
        (root, thread) -> {
          String last = thread.listed().substring(thread.listed().indexOf('/') + 1);
          if (last.isEmpty() || !Posts.at(last).isBefore(moment)) {
            alive.add(root);
          }
        });
    for (Post post : List.copyOf(posts.values())) {
      String root = Posts.isReply(post) ? post.thread().orElseThrow() : post.id();
      if (post.at().isBefore(moment) && !alive.contains(root)) {
        remove(post.id());
      }
    }
    changed |= threads.keySet().removeIf(root -> !alive.contains(root) && !posts.containsKey(root));
  }
}
