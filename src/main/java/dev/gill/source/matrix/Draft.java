package dev.gill.source.matrix;

import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A room while events are taken in. Messages, edits and redactions may come in any order, since
 * what was missed is read backwards; the outcome is the same.
 */
final class Draft {
  private final String own;
  private final Predicate<String> optedOut;
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Set<String> reverted = new HashSet<>();
  final RoomState state;

  /**
   * @param own Gill's own account, which counts as a program
   */
  Draft(Optional<Kept> before, String own, Predicate<String> optedOut) {
    this.own = own;
    this.optedOut = optedOut;
    this.state = Heads.read(before.map(Kept::head).orElse(""));
    before.ifPresent(kept -> posts.putAll(kept.posts()));
  }

  Kept kept() {
    return new Kept(Heads.write(state), posts);
  }

  /** Messages that read as they did before an edit, since that was redacted; asked for once. */
  Set<String> reverted() {
    Set<String> all = Set.copyOf(reverted);
    reverted.clear();
    return all;
  }

  void apply(Event event) {
    if (event.changesState()) {
      state.apply(event);
    } else if (event.type().equals("m.room.redaction")) {
      redact(event.redacts());
    } else if (event.type().equals("m.room.message")) {
      event.replaced().ifPresentOrElse(target -> edit(target, event), () -> say(event));
    }
  }

  private void say(Event event) {
    if (posts.containsKey(event.id())) {
      return;
    }
    Bodies.post(event, event.sender().equals(own))
        .ifPresent(
            post -> {
              posts.put(post.id(), post);
              waitingEdit(post);
              event.bundledEdit().ifPresent(edit -> edit(post.id(), edit));
            });
  }

  private void waitingEdit(Post post) {
    Edit edit = state.edits.get(post.id());
    if (edit == null) {
      return;
    }
    if (edit.sender().equals(post.account()) && edit.content().isPresent()) {
      replace(post, edit);
    } else {
      state.edits.remove(post.id()); // somebody else's, which counts for nothing
    }
  }

  private void replace(Post post, Edit edit) {
    Bodies.edited(post, edit.content().orElseThrow())
        .ifPresentOrElse(now -> posts.put(now.id(), now), () -> posts.remove(post.id()));
    state.edits.put(post.id(), new Edit(edit.id(), edit.sender(), edit.at(), Optional.empty()));
  }

  private void edit(String target, Event event) {
    Edit known = state.edits.get(target);
    Post post = posts.get(target);
    boolean foreign = post != null && !post.account().equals(event.sender());
    if (foreign || (known != null && !known.olderThan(event))) {
      return;
    }
    if (post != null) {
      replace(post, Edit.of(event, true));
    } else if (!optedOut.test(event.sender())) {
      state.edits.put(target, Edit.of(event, true));
    }
  }

  private void redact(String id) {
    posts.remove(id);
    state.edits.remove(id);
    state.editedBy(id).ifPresent(reverted::add);
  }

  /**
   * Takes a message in anew.
   *
   * @param edit its newest one
   */
  void again(String id, Optional<Event> message, Optional<Event> edit) {
    posts.remove(id);
    state.edits.remove(id);
    message.ifPresent(this::apply);
    edit.ifPresent(this::apply);
  }

  /** Has everything that was said read from here backwards. */
  void readFrom(String token) {
    forget();
    state.read = true;
    state.gaps.add(new Gap(token, Optional.empty()));
  }

  /** Nothing that is said in it is kept. */
  void forget() {
    posts.clear();
    state.stopReading();
  }
}
