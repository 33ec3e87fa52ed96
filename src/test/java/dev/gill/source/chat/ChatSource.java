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
import dev.gill.source.BatchLimit;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The smallest source with scopes, members and messages: an example for adapters to start from. A
 * thread is a document, a channel a scope, and its members are a group in the source's own realm.
 *
 * <p>The cursor is the number of the last change that was taken in, with a {@code +} while the
 * first pass is under way, at whose end what remains is reported.
 */
final class ChatSource implements Source {
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
    String from = after.map(Cursor::value).filter(c -> c.matches("\\d{1,18}\\+?")).orElse("0+");
    boolean first = from.endsWith("+");
    long reached = Long.parseLong(from.replace("+", ""));
    SortedMap<Long, String> waiting = waiting(reached);
    List<Change> changes = new ArrayList<>();
    BatchLimit limit = new BatchLimit();
    for (Map.Entry<Long, String> entry : waiting.entrySet()) {
      if (!limit.takes(chat.length(entry.getValue()))) {
        break;
      }
      reached = entry.getKey();
      change(entry.getValue(), reached, first).ifPresent(changes::add);
    }
    int left = waiting.size() - limit.taken();
    if (first && left == 0) {
      chat.channels().keySet().forEach(channel -> changes.add(remaining(channel)));
    }
    Cursor next = new Cursor(reached + (first && left > 0 ? "+" : ""));
    return new Batch(changes, reported(), next, left > 0, OptionalLong.of(left));
  }

  private SortedMap<Long, String> waiting(long number) throws SourceException {
    try {
      return chat.changedSince(number);
    } catch (IOException e) {
      throw new SourceException.Broken(
          "The chat of source %s does not answer: check that it is up.".formatted(id), e);
    }
  }

  /** How a thread reads now; in a first pass nothing is said of those that are gone. */
  private Optional<Change> change(String thread, long number, boolean first) {
    Optional<Change> now = chat.messages(thread).map(all -> upserted(thread, number, all));
    return now.isPresent() || first ? now : Optional.of(new Change.Deleted(doc(thread)));
  }

  private Change upserted(String thread, long number, List<Message> messages) {
    Message begin = messages.getFirst();
    Origin origin = new Origin(begin.link(), thread, begin.author(), messages.getLast().at());
    Scope scope = new Scope(id, Chat.channel(thread));
    Content content = new Content.Conversation(messages);
    return new Change.Upserted(doc(thread), Long.toString(number), origin, scope, content);
  }

  private Change remaining(String channel) {
    return new Change.Remaining(
        new Scope(id, channel),
        chat.threads().stream()
            .filter(thread -> Chat.channel(thread).equals(channel))
            .map(this::doc)
            .collect(Collectors.toSet()));
  }

  /** Each channel is for its members. */
  private Rights reported() {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    chat.channels()
        .forEach(
            (channel, people) -> {
              GroupId group = new GroupId(id.name(), channel);
              audiences.put(new Scope(id, channel), new Audience.AnyOf(Set.of(group)));
              members.put(group, people);
            });
    return new Rights(audiences, members);
  }

  private DocId doc(String thread) {
    return new DocId(id, thread);
  }

  @Override
  public void close() {}
}
