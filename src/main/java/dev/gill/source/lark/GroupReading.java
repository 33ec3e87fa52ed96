package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.RoomReading;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * The reading of one group, a request at a time: messages and topics that events named, its end,
 * and from time to time all of it, since an edit shows nowhere else.
 */
final class GroupReading implements RoomReading {
  private static final Kept NOTHING = new Kept("", Map.of());
  private static final String PAGE = "50";

  /**
   * A walk up the group.
   *
   * @param start where it began, in milliseconds; 0 for the group's beginning
   * @param from the time of the last message that was read, in milliseconds
   * @param token of the next page; empty at the beginning
   * @param seen what was listed
   */
  private record Walk(long start, long from, String token, Set<String> seen, Instant begun) {}

  private final String group;
  private final ChatSettings settings;
  private final Deque<String> topics = new ArrayDeque<>();
  private final Deque<String> messages = new ArrayDeque<>();
  private Optional<Walk> end = Optional.empty();
  private Optional<Walk> sweep = Optional.empty();
  private Instant looked = Instant.MIN;
  private boolean pressedEnd;
  private boolean begun;
  private Kept kept = NOTHING;
  private GroupDraft draft = new GroupDraft(Optional.empty(), UnaryOperator.identity());

  GroupReading(String group, ChatSettings settings) {
    this.group = group;
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
    draft = new GroupDraft(archived, plain);
    end = Optional.empty();
    sweep = Optional.empty();
  }

  @Override
  public Optional<Kept> news() {
    return Optional.of(draft).filter(GroupDraft::isChanged).map(GroupDraft::kept);
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

  @Override
  public boolean pressed() {
    return pressedEnd || !messages.isEmpty();
  }

  /** Its end, and this topic if that is known, are read as soon as may be. */
  void pressEnd(String topic) {
    pressedEnd = true;
    if (draft.topics().containsKey(topic)) {
      queue(topic);
    }
  }

  /** A message is read as soon as may be. */
  void pressMessage(String id) {
    messages.add(id);
  }

  /** About how many requests it takes to read all of it. */
  long cost() {
    return Math.ceilDiv(Math.max(1, draft.size()), Long.parseLong(PAGE)) + draft.topics().size();
  }

  /** Asks for what is most worth while, and says whether there was anything. */
  boolean step(LarkApi api, Instant now)
      throws SourceException, LarkException, InterruptedException {
    if (!messages.isEmpty()) {
      message(api, messages.getFirst());
      messages.removeFirst();
    } else if (endDue(now)) {
      end(api, now);
    } else if (!topics.isEmpty()) {
      topic(api, topics.getFirst());
      topics.removeFirst();
    } else if (sweepDue(now)) {
      sweep(api, now);
    } else {
      return false;
    }
    settings.keptSince(now).ifPresent(draft::dropBefore);
    return true;
  }

  private boolean endDue(Instant now) {
    return whole()
        && (end.isPresent()
            || pressedEnd
            || looked.equals(Instant.MIN)
            || !looked.plus(settings.every()).isAfter(now));
  }

  private boolean sweepDue(Instant now) {
    Instant swept = Instant.ofEpochSecond(draft.progress().swept());
    return !whole() || sweep.isPresent() || !swept.plus(settings.rescan()).isAfter(now);
  }

  private void end(LarkApi api, Instant now)
      throws SourceException, LarkException, InterruptedException {
    GroupProgress before = draft.progress();
    Walk walk = end.orElse(new Walk(before.known(), before.known(), "", new HashSet<>(), now));
    end = walk(api, walk, false);
    if (end.isEmpty()) {
      looked = walk.begun();
      pressedEnd = false;
    }
  }

  private void sweep(LarkApi api, Instant now)
      throws SourceException, LarkException, InterruptedException {
    GroupProgress before = draft.progress();
    long oldest = settings.keptSince(now).map(Instant::toEpochMilli).orElse(0L);
    long from = before.whole() ? oldest : Math.max(oldest, before.at());
    Walk walk = sweep.orElse(new Walk(from, from, "", new HashSet<>(), now));
    sweep = walk(api, walk, before.whole());
    GroupProgress after = draft.progress();
    if (sweep.isEmpty()) {
      looked = looked.equals(Instant.MIN) ? walk.begun() : looked;
      draft.progress(true, 0, after.known(), walk.begun().getEpochSecond());
    } else if (!before.whole()) {
      draft.progress(false, sweep.get().from(), after.known(), after.swept());
    }
  }

  /** Reads a page; empty at the end. */
  private Optional<Walk> walk(LarkApi api, Walk walk, boolean allTopics)
      throws SourceException, LarkException, InterruptedException {
    Map<String, String> asked = listing("chat", group);
    if (walk.start() > 0) {
      asked.put("start_time", Long.toString(walk.start() / 1000));
    }
    if (!walk.token().isEmpty()) {
      asked.put("page_token", walk.token());
    }
    JsonNode page = api.get(Paths.of("im/v1/messages"), asked);
    List<Sent> listed = sent(page);
    String token = page.path("page_token").asText("");
    boolean more = page.path("has_more").asBoolean() && !token.isEmpty() && !listed.isEmpty();
    long last = listed.isEmpty() ? walk.from() : listed.getLast().at();
    long from = walk.token().isEmpty() ? walk.from() / 1000 * 1000 : walk.from();
    listed.forEach(each -> walk.seen().add(each.id()));
    Set<String> known = Set.copyOf(draft.topics().keySet());
    draft.take(listed, from, more ? last : Long.MAX_VALUE, walk.seen()).stream()
        .filter(topic -> allTopics || !known.contains(topic))
        .forEach(this::queue);
    GroupProgress before = draft.progress();
    draft.progress(before.whole(), before.at(), Math.max(before.known(), last), before.swept());
    return more
        ? Optional.of(new Walk(walk.start(), last, token, walk.seen(), walk.begun()))
        : Optional.empty();
  }

  private static Map<String, String> listing(String type, String id) {
    return new TreeMap<>(
        Map.of(
            "container_id_type",
            type,
            "container_id",
            id,
            "sort_type",
            "ByCreateTimeAsc",
            "page_size",
            PAGE));
  }

  private static List<Sent> sent(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false).map(Sent::of).toList();
  }

  private void topic(LarkApi api, String topic)
      throws SourceException, LarkException, InterruptedException {
    try {
      draft.takeTopic(
          topic,
          api.all(Paths.of("im/v1/messages"), listing("thread", topic), "items").stream()
              .map(Sent::of)
              .toList());
    } catch (LarkException e) {
      GroupRefusal.throwUnlessGone(e);
      draft.takeTopic(topic, List.of());
    }
  }

  private void message(LarkApi api, String id)
      throws SourceException, LarkException, InterruptedException {
    try {
      List<Sent> found = sent(api.get(Paths.of("im/v1/messages/{}", id)));
      if (found.stream().allMatch(Sent::gone)) {
        draft.remove(id);
      }
    } catch (LarkException e) {
      GroupRefusal.throwUnlessGone(e);
      draft.remove(id);
    }
  }

  private void queue(String topic) {
    if (!topics.contains(topic)) {
      topics.add(topic);
    }
  }
}
