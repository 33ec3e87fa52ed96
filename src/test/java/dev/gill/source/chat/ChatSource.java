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
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The smallest source with scopes, members and messages: an example for adapters to start from. A
 * thread is a document, a channel a scope, and its members are a group in the source's own realm.
 */
final class ChatSource implements Source, Swept {
  private final SourceId id;
  private final Chat chat;
  private final Sweep sweep;

  ChatSource(SourceId id, Chat chat, Path folder, InstantSource clock) {
    this.id = id;
    this.chat = chat;
    this.sweep = new Sweep(id, "", folder, clock);
  }

  @Override
  public SourceId id() {
    return id;
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    return sweep.next(after, this).with(channelRights());
  }

  @Override
  public Listing list() throws SourceException {
    try {
      SortedMap<String, Listed> threads = new TreeMap<>();
      for (Map.Entry<String, String> each : chat.versions().entrySet()) {
        String key = each.getKey();
        Scope scope = new Scope(id, Chat.channel(key));
        threads.put(key, new Listed(key, scope, each.getValue(), chat.length(key)));
      }
      return new Listing(threads, channelRights().audiences().keySet(), Set.of());
    } catch (IOException e) {
      throw new SourceException.Broken(
          "The chat of source %s does not answer: check that it is up.".formatted(id), e);
    }
  }

  @Override
  public Seen read(Listed thread) {
    return chat.messages(thread.key())
        .<Seen>map(all -> new Seen.Whole(change(thread, all)))
        .orElseGet(Seen.Gone::new);
  }

  private Change.Upserted change(Listed thread, List<Message> messages) {
    Message first = messages.getFirst();
    Origin origin = new Origin(first.link(), thread.key(), first.author(), messages.getLast().at());
    DocId doc = new DocId(id, thread.key());
    Content said = new Content.Conversation(messages);
    return new Change.Upserted(doc, thread.mark(), origin, thread.scope(), said);
  }

  /** Each channel is for its members. */
  private Rights channelRights() {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    for (String channel : chat.channels().keySet()) {
      GroupId group = new GroupId(id.name(), channel);
      audiences.put(new Scope(id, channel), new Audience.AnyOf(Set.of(group)));
      members.put(group, chat.channels().get(channel));
    }
    return new Rights(audiences, members);
  }

  @Override
  public void close() {
    sweep.close();
  }
}
