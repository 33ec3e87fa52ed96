package dev.gill.source.chat;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Message;
import dev.gill.model.Origin;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The smallest source with scopes, members and messages: an example for adapters to start from. A
 * thread is a document, a channel a scope, and its members are a group in the source's own realm.
 *
 * <p>The cursor is the number of the last change that was taken in, with a {@code +} while the
 * first pass is under way, at whose end what remains is reported.
 */
final class ChatSource implements Source {
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})(\\+?)");
  private static final int THREADS = 64;
  private static final long CHARACTERS = 4L << 20;

  private final SourceId id;
  private final Chat chat;

  ChatSource(SourceId id, Chat chat) {
    this.id = id;
    this.chat = chat;
  }

  @Override
  public SourceId id() {
    return id;
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException {
    Matcher cursor = CURSOR.matcher(after.map(Cursor::value).orElse("0+"));
    boolean known = cursor.matches();
    boolean first = !known || !cursor.group(2).isEmpty();
    SortedMap<Long, String> waiting = waiting(known ? Long.parseLong(cursor.group(1)) : 0);
    SortedMap<Long, String> page = page(waiting);
    boolean more = page.size() < waiting.size();
    List<Change> changes = new ArrayList<>();
    page.forEach((number, thread) -> change(thread, number, first).ifPresent(changes::add));
    if (first && !more) {
      chat.channels().keySet().forEach(channel -> changes.add(remaining(channel)));
    }
    String reached = page.isEmpty() ? known ? cursor.group(1) : "0" : page.lastKey().toString();
    return new Batch(
        changes,
        reported(),
        new Cursor(reached + (more && first ? "+" : "")),
        more,
        OptionalLong.of(waiting.size() - page.size()));
  }

  /** As many threads as fit into a page, and one at least. */
  private SortedMap<Long, String> page(SortedMap<Long, String> waiting) {
    SortedMap<Long, String> page = new TreeMap<>();
    long characters = 0;
    for (Map.Entry<Long, String> entry : waiting.entrySet()) {
      characters += chat.length(entry.getValue());
      if (page.size() == THREADS || (!page.isEmpty() && characters > CHARACTERS)) {
        break;
      }
      page.put(entry.getKey(), entry.getValue());
    }
    return page;
  }

  /** How a thread reads now; in a first pass nothing is said of those that are gone. */
  private Optional<Change> change(String thread, long number, boolean first) {
    Optional<Change> now =
        chat.messages(thread).map(messages -> upserted(thread, number, messages));
    Change gone = new Change.Deleted(new DocId(id, thread));
    return now.isPresent() || first ? now : Optional.of(gone);
  }

  private SortedMap<Long, String> waiting(long number) throws SourceException {
    try {
      return chat.changedSince(number);
    } catch (IOException e) {
      throw new SourceException.Broken(
          "The chat of source %s does not answer: check that it is up.".formatted(id), e);
    }
  }

  private Change upserted(String thread, long number, List<Message> messages) {
    Message begin = messages.getFirst();
    return new Change.Upserted(
        new DocId(id, thread),
        Long.toString(number),
        new Origin(begin.link(), thread, begin.author(), messages.getLast().at()),
        scope(Chat.channel(thread)),
        new Content.Conversation(messages));
  }

  private Change remaining(String channel) {
    return new Change.Remaining(
        scope(channel),
        chat.threads().stream()
            .filter(thread -> Chat.channel(thread).equals(channel))
            .map(thread -> new DocId(id, thread))
            .collect(Collectors.toSet()));
  }

  /** Each channel is for its members. */
  private Rights reported() {
    Rights rights = Rights.NONE;
    for (Map.Entry<String, Set<Person>> channel : chat.channels().entrySet()) {
      GroupId group = new GroupId(id.name(), channel.getKey());
      Audience audience = new Audience.AnyOf(Set.of(group));
      rights =
          rights.and(
              new Rights(
                  Map.of(scope(channel.getKey()), audience), Map.of(group, channel.getValue())));
    }
    return rights;
  }

  private Scope scope(String channel) {
    return new Scope(id, channel);
  }

  @Override
  public void close() {}
}
