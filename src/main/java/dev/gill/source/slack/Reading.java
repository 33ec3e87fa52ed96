package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.RoomReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The reading of one channel, a request at a time: what events named, its end, whatever threads
 * have other replies than were read, and from time to time all of it, since an edit or a deleted
 * message shows nowhere else.
 */
final class Reading implements RoomReading {
  private static final Duration GRACE = Duration.ofDays(7);
  private static final Kept NOTHING = new Kept("", Map.of());

  /** A walk down the channel. */
  private record Walk(boolean sweep, String below, String cursor, String top, Instant begun) {}

  /** A thread of which there are more replies than fit into an answer. */
  private record Open(String root, List<JsonNode> messages, String cursor) {}

  private final String channel;
  private final SlackSettings settings;
  private final Deque<String> threads = new ArrayDeque<>();
  private Optional<Walk> tail = Optional.empty();
  private Optional<Walk> sweep = Optional.empty();
  private Optional<Open> open = Optional.empty();
  private Instant looked = Instant.MIN;
  private boolean begun;
  private boolean pressed;
  private boolean lastWasTail = true;
  private Kept kept = NOTHING;
  private Draft draft = new Draft(Optional.empty(), UnaryOperator.identity());

  Reading(String channel, SlackSettings settings) {
    this.channel = channel;
    this.settings = settings;
  }

  @Override
  public void goOn(Optional<Kept> archived, UnaryOperator<Post> plain) {
    Kept now = archived.orElse(NOTHING);
    if (begun && now == kept) {
      return;
    }
    begun = true;
    kept = now;
    draft = new Draft(archived, plain);
    threads.clear();
    draft.dueThreads().forEach(this::queue);
    tail = Optional.empty();
    sweep = Optional.empty();
    open = Optional.empty();
  }

  @Override
  public Optional<Kept> news() {
    return Optional.of(draft).filter(Draft::isChanged).map(Draft::kept);
  }

  @Override
  public void isKept(Kept now) {
    kept = now;
    draft.isKept();
  }

  @Override
  public Kept kept() {
    return kept;
  }

  @Override
  public boolean whole() {
    return draft.progress().whole();
  }

  /** Its end is read as soon as may be. */
  void pressEnd() {
    looked = Instant.MIN;
    pressed = true;
  }

  /** A thread, or a message alone, is read as soon as may be. */
  void pressThread(String root) {
    threads.remove(root);
    threads.addFirst(root);
    pressed = true;
  }

  /** What carries this file is read as soon as may be. */
  void pressFile(String file) {
    for (Post post : kept.posts().values()) {
      if (post.files().stream().anyMatch(each -> each.id().equals(file))) {
        pressThread(post.thread().orElse(post.id()));
      }
    }
  }

  @Override
  public boolean pressed() {
    return pressed;
  }

  /** About how many requests it takes to read all of it. */
  long cost() {
    int page = settings.limits().page();
    return Math.ceilDiv(Math.max(1, draft.size()), page) + draft.threads().size();
  }

  /** What may be asked now, by method. */
  record Allowed(boolean history, boolean replies) {}

  /** What was asked. */
  enum Asked {
    HISTORY,
    REPLIES,
    NOTHING
  }

  /** Asks for what is most worth while and allowed, if anything is. */
  Asked step(Api api, Allowed allowed, Instant now)
      throws SourceException, InterruptedException, LeftChannelException {
    if (allowed.replies() && (open.isPresent() || !threads.isEmpty())) {
      thread(api, now);
      pressed &= !threads.isEmpty();
      return Asked.REPLIES;
    }
    boolean end = endDue(now);
    boolean all = sweepDue(now);
    if (!allowed.history() || !(end || all)) {
      return Asked.NOTHING;
    }
    lastWasTail = end && !(all && lastWasTail && !pressed);
    if (lastWasTail) {
      end(api, now);
    } else {
      sweep(api, now);
    }
    return Asked.HISTORY;
  }

  /** Until the first page of all of it is read, the end is a part of that. */
  private boolean endDue(Instant now) {
    boolean any = whole() || !draft.progress().known().isEmpty();
    return any
        && (tail.isPresent()
            || looked.equals(Instant.MIN)
            || !looked.plus(settings.every()).isAfter(now));
  }

  private boolean sweepDue(Instant now) {
    Instant swept = Instant.ofEpochSecond(draft.progress().swept());
    return !whole() || sweep.isPresent() || !swept.plus(settings.rescan()).isAfter(now);
  }

  private void end(Api api, Instant now)
      throws SourceException, InterruptedException, LeftChannelException {
    Walk walk = tail.orElse(new Walk(false, "", "", "", now));
    Page page = page(api, walk);
    String known = draft.progress().known();
    boolean reached = !page.more() || (!known.isEmpty() && page.oldest().compareTo(known) <= 0);
    tail = reached ? Optional.empty() : Optional.of(next(walk, page));
    if (reached) {
      Progress before = draft.progress();
      String top = walk.top().isEmpty() ? page.newest() : walk.top();
      looked = walk.begun();
      pressed = false;
      if (top.compareTo(known) > 0) {
        draft.progress(before.whole(), before.before(), top, before.swept());
      }
    }
  }

  private void sweep(Api api, Instant now)
      throws SourceException, InterruptedException, LeftChannelException {
    Progress before = draft.progress();
    Walk walk = sweep.orElse(new Walk(true, before.whole() ? "" : before.before(), "", "", now));
    Page page = page(api, walk);
    if (before.whole()) {
      page.threads().keySet().stream().filter(draft.threads()::containsKey).forEach(this::queue);
    }
    String known = before.known().isEmpty() ? page.newest() : before.known();
    boolean reached = !page.more() || page.messages().isEmpty() || older(page.oldest(), now);
    if (reached) {
      sweep = Optional.empty();
      draft.progress(true, "", known, walk.begun().getEpochSecond());
      looked = looked.equals(Instant.MIN) ? walk.begun() : looked;
    } else {
      sweep = Optional.of(next(walk, page));
      draft.progress(before.whole(), before.whole() ? "" : page.oldest(), known, before.swept());
    }
  }

  private Page page(Api api, Walk walk)
      throws SourceException, InterruptedException, LeftChannelException {
    Page page = api.history(channel, walk.below(), walk.cursor(), settings.limits().page());
    draft.channel(page, page.more() ? page.oldest() : "", walk.below());
    keepUntil(walk.begun()).ifPresent(draft::dropBefore);
    draft.dueThreads().forEach(this::queue);
    return page;
  }

  private static Walk next(Walk walk, Page page) {
    String top = walk.top().isEmpty() ? page.newest() : walk.top();
    return new Walk(walk.sweep(), page.oldest(), page.cursor(), top, walk.begun());
  }

  private void thread(Api api, Instant now)
      throws SourceException, InterruptedException, LeftChannelException {
    Open reading = open.orElseGet(() -> new Open(threads.getFirst(), new ArrayList<>(), ""));
    Page page = api.replies(channel, reading.root(), reading.cursor(), settings.limits().page());
    threads.remove(reading.root());
    reading.messages().addAll(page.messages());
    if (page.more() && !page.cursor().isEmpty() && !page.messages().isEmpty()) {
      open = Optional.of(new Open(reading.root(), reading.messages(), page.cursor()));
      return;
    }
    open = Optional.empty();
    draft.thread(reading.root(), new Page(reading.messages(), false, ""));
    keepUntil(now).ifPresent(draft::dropBefore);
  }

  private void queue(String root) {
    if (!threads.contains(root)) {
      threads.add(root);
    }
  }

  private boolean older(String ts, Instant now) {
    return keepUntil(now).filter(moment -> Posts.at(ts).isBefore(moment)).isPresent();
  }

  /**
   * A little longer than conversations are kept, so that none loses its beginning before it goes.
   */
  private Optional<Instant> keepUntil(Instant now) {
    return settings
        .keep()
        .map(keep -> now.atZone(ZoneOffset.UTC).minus(keep).toInstant().minus(GRACE));
  }
}
