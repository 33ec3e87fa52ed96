package dev.gill.source.chat;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Message;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents that the rooms of a chat make: one of each conversation in which anything is said.
 * A room that has not changed is not joined again. One thread at a time.
 */
public final class Conversations {
  private final SourceId source;
  private final Rules rules;
  private Map<String, Joined> joined = new HashMap<>();
  private SortedMap<String, Conversation> listed = new TreeMap<>();
  private Optional<Listing> last = Optional.empty();

  private record Joined(Room room, Set<String> optedOut, List<Conversation> conversations) {}

  /** Those of a source. */
  public Conversations(SourceId source, Rules rules) {
    this.source = source;
    this.rules = rules;
  }

  /**
   * What there is now.
   *
   * @param scopes all that there are
   * @param unlisted keys of rooms that cannot be read at the moment
   * @return the same object as before if nothing has changed
   */
  public Listing list(
      Collection<Room> rooms, Set<Scope> scopes, Set<String> unlisted, Instant now) {
    Map<String, Joined> joining = new HashMap<>();
    SortedMap<String, Conversation> kept = new TreeMap<>();
    for (Room room : rooms) {
      Joined known = joined.get(room.key());
      Set<String> optedOut = optedOut(room);
      boolean same = known != null && known.room() == room && known.optedOut().equals(optedOut);
      Joined is = same ? known : new Joined(room, optedOut, of(room, optedOut));
      joining.put(room.key(), is);
      is.conversations().stream()
          .filter(conversation -> isKept(conversation, now))
          .forEach(conversation -> kept.put(conversation.key(), conversation));
    }
    joined = joining;
    listed = kept;
    Set<String> beginnings =
        unlisted.stream().map(Conversation::beginning).collect(Collectors.toSet());
    Listing listing = new Listing(listings(kept), scopes, beginnings);
    last = last.filter(listing::equals).or(() -> Optional.of(listing));
    return last.get();
  }

  private boolean isKept(Conversation conversation, Instant now) {
    Instant end = conversation.messages().getLast().at();
    return rules
        .keep()
        .map(keep -> now.atZone(ZoneOffset.UTC).minus(keep).toInstant().isBefore(end))
        .orElse(true);
  }

  private static SortedMap<String, Listed> listings(SortedMap<String, Conversation> kept) {
    SortedMap<String, Listed> listings = new TreeMap<>();
    kept.forEach(
        (key, each) ->
            listings.put(key, new Listed(key, each.room().scope(), each.revision(), each.size())));
    return listings;
  }

  /** Reads one that was listed. */
  public Seen read(Listed document) {
    Conversation conversation = listed.get(document.key());
    if (conversation == null) {
      return new Seen.Gone();
    }
    Message first = conversation.messages().getFirst();
    Origin origin =
        new Origin(
            first.link(),
            conversation.title(),
            first.author(),
            conversation.messages().getLast().at());
    return new Seen.Whole(
        new Change.Upserted(
            new DocId(source, conversation.key()),
            conversation.revision(),
            origin,
            conversation.room().scope(),
            new Content.Conversation(conversation.messages())));
  }

  private Set<String> optedOut(Room room) {
    return room.posts().stream()
        .map(Post::account)
        .distinct()
        .filter(rules.optedOut())
        .collect(Collectors.toSet());
  }

  private List<Conversation> of(Room room, Set<String> optedOut) {
    return Joining.of(room.posts()).stream()
        .map(posts -> conversation(room, posts, optedOut))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Conversation> conversation(Room room, List<Post> posts, Set<String> optedOut) {
    List<Message> messages = new ArrayList<>();
    boolean says = false;
    for (Post post : posts) {
      if (optedOut.contains(post.account())) {
        messages.add(Message.leftOut(post.id(), post.at(), post.text()));
      } else if ((rules.bots() || !post.bot()) && !SmallTalk.is(post.text())) {
        messages.add(message(post));
        says = true;
      }
    }
    while (!messages.isEmpty() && messages.getLast().isLeftOut()) {
      messages.removeLast();
    }
    return says ? Optional.of(Conversation.of(room, posts, messages)) : Optional.empty();
  }

  private static Message message(Post post) {
    return new Message(
        post.id(),
        post.name(),
        post.at(),
        post.link(),
        post.text(),
        post.replyTo().or(post::thread));
  }
}
