package dev.gill.source.chat;

import dev.gill.model.Correcting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins a room's messages into conversations. A thread is one. Any other message goes to the
 * conversation of
 *
 * <ol>
 *   <li>the message that it answers, where the chat says so;
 *   <li>the last message of whom it addresses;
 *   <li>the later one of what was last said to its author and what its author said last, if that is
 *       not long ago;
 *   <li>in a room where few people talk, the message before it;
 * </ol>
 *
 * and begins one of its own otherwise. Where a message goes depends on earlier ones alone, so that
 * what comes in changes nothing that was joined before.
 *
 * <p>How well that does is measured by {@code ./gill bench joining}; the times were chosen on the
 * development part of the Ubuntu IRC corpus of Kummerfeld et al. (2019).
 */
final class Joining {
  /** How long somebody is taken to go on with what they, or others with them, talked about. */
  private static final Duration GOES_ON = Duration.ofMinutes(15);

  /**
   * How long a question or a name that was called waits for an answer, and a slip for its
   * correction.
   */
  private static final Duration WAITS = Duration.ofHours(12);

  /** How long a conversation of few pauses. */
  private static final Duration PAUSES = Duration.ofHours(1);

  /** The time within which few people talk where a room is quiet, and how many these are. */
  private static final Duration PRESENT = Duration.ofMinutes(30);

  private static final int FEW = 3;

  private final List<Post> posts;
  private final int[] conversation;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> lastOf = new HashMap<>();
  private final Map<String, Integer> lastTo = new HashMap<>();
  private final Map<String, Integer> lastFromTo = new HashMap<>();
  private final Addressees addressees = new Addressees();
  private int previous = -1;

  private Joining(List<Post> posts) {
    this.posts = posts;
    this.conversation = new int[posts.size()];
  }

  /**
   * Joins messages.
   *
   * @param posts of one room, in the order of time
   * @return the conversations in the order in which they began, each in the order of time
   */
  static List<List<Post>> of(List<Post> posts) {
    Joining joining = new Joining(posts);
    SortedMap<Integer, List<Post>> joined = new TreeMap<>();
    Set<String> roots = new HashSet<>();
    posts.forEach(post -> post.thread().ifPresent(roots::add));
    for (int i = 0; i < posts.size(); i++) {
      joining.join(i, roots);
      joined.computeIfAbsent(joining.conversation[i], _ -> new ArrayList<>()).add(posts.get(i));
    }
    return List.copyOf(joined.values());
  }

  private void join(int i, Set<String> roots) {
    Post post = posts.get(i);
    byId.put(post.id(), i);
    if (roots.contains(post.id()) || post.thread().isPresent()) {
      conversation[i] = post.thread().map(root -> byId.getOrDefault(root, i)).orElse(i);
      if (conversation[i] != i) {
        conversation[i] = conversation[conversation[i]];
      } else {
        post.thread().ifPresent(root -> byId.put(root, i)); // its beginning is not there any more
      }
      return;
    }
    Optional<String> to = addressees.of(post);
    int target = target(i, post, to);
    conversation[i] = target < 0 ? i : conversation[target];
    lastOf.put(post.account(), i);
    to.ifPresent(
        whom -> {
          lastTo.put(whom, i);
          lastFromTo.put(post.account() + "\n" + whom, i);
        });
    addressees.spoke(post);
    previous = i;
  }

  /** The message whose conversation it belongs to; -1 if it begins one. */
  private int target(int i, Post post, Optional<String> to) {
    Integer answered = post.replyTo().map(byId::get).orElse(null);
    if (answered != null && answered != i) {
      return answered;
    }
    if (to.isPresent() && lastOf.containsKey(to.get())) {
      return addressed(post, to.get());
    }
    int known = to.isPresent() ? -1 : goingOn(post);
    return known >= 0 ? known : inQuiet(i, post);
  }

  /** What the other one said to this one just now, rather than what they said to somebody else. */
  private int addressed(Post post, String to) {
    int last = lastOf.get(to);
    Integer called = lastFromTo.get(to + "\n" + post.account());
    return called != null && within(called, post, GOES_ON) ? called : last;
  }

  private int goingOn(Post post) {
    int own = lastOf.getOrDefault(post.account(), -1);
    int called = lastTo.getOrDefault(post.account(), -1);
    boolean unanswered = called > own && within(called, post, WAITS);
    int toThem = called >= 0 && (unanswered || within(called, post, GOES_ON)) ? called : -1;
    Duration goesOn = Correcting.begins(post.text()) ? WAITS : GOES_ON;
    int theirs = own >= 0 && within(own, post, goesOn) ? own : -1;
    return Math.max(toThem, theirs);
  }

  private int inQuiet(int i, Post post) {
    if (previous < 0) {
      return -1;
    }
    Set<String> present = new HashSet<>();
    for (int j = i - 1; j >= 0 && within(j, post, PRESENT) && present.size() <= FEW; j--) {
      present.add(posts.get(j).account());
    }
    present.remove(post.account());
    if (present.size() > FEW) {
      return -1;
    }
    boolean inTouch = !present.isEmpty() || posts.get(previous).account().equals(post.account());
    boolean goesOn = inTouch && within(previous, post, PAUSES);
    return goesOn || answersLate(post) ? previous : -1;
  }

  /** A question to which nobody has said anything yet is answered by who speaks next. */
  private boolean answersLate(Post post) {
    Post before = posts.get(previous);
    return conversation[previous] == previous
        && Asking.asks(before.text())
        && !Asking.asks(post.text())
        && !before.account().equals(post.account())
        && within(previous, post, WAITS);
  }

  private boolean within(int earlier, Post post, Duration time) {
    return Duration.between(posts.get(earlier).at(), post.at()).compareTo(time) <= 0;
  }
}
