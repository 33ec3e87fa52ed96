package dev.gill.source.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which documents a chat makes. */
final class ConversationsTest {
  private static final SourceId CHAT = new SourceId("chat");
  private static final Scope OPS = new Scope(CHAT, "ops");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static Post said(String id, String name, String day, String text) {
    return Post.said(id, name, Instant.parse(day + "T10:00:00Z"), text);
  }

  private static Room room(Post... posts) {
    return new Room("ops", "#ops", OPS, List.of(posts));
  }

  private static Rules rules() {
    return new Rules("mallory"::equals, false, Optional.empty());
  }

  private static Listing list(Conversations conversations, Room... rooms) {
    return conversations.list(List.of(rooms), Set.of(OPS), Set.of(), NOW);
  }

  private static Seen.Whole read(Conversations conversations, Listing listing, String key) {
    return (Seen.Whole) conversations.read(listing.documents().get(key));
  }

  private static List<String> texts(Seen.Whole whole) {
    return ((Content.Conversation) whole.change().content())
        .messages().stream().map(Message::text).toList();
  }

  @Test
  void aConversationIsTitledByItsRoomAndHowItBegins() {
    Conversations conversations = new Conversations(CHAT, rules());
    Listing listing =
        list(
            conversations,
            room(
                said("1", "ann", "2026-03-02", "How do we rotate the keys?"),
                said("2", "bob", "2026-03-02", "Run rotate.sh."),
                said("3", "ann", "2026-03-02", "thanks!")));
    Seen.Whole whole = read(conversations, listing, "ops/1");
    assertThat(whole.change().origin().title()).isEqualTo("#ops: How do we rotate the keys?");
    assertThat(texts(whole)).containsExactly("How do we rotate the keys?", "Run rotate.sh.");
  }

  @Test
  void smallTalkAloneIsNoDocument() {
    Conversations conversations = new Conversations(CHAT, rules());
    assertThat(
            list(conversations, room(said("1", "ann", "2026-03-02", "good morning"))).documents())
        .isEmpty();
  }

  @Test
  void nothingOfWhoOptedOutIsReadButAnswersToThemKeepTheirSense() {
    Conversations conversations = new Conversations(CHAT, rules());
    Listing listing =
        list(
            conversations,
            room(
                said("1", "mallory", "2026-03-02", "Where is the zanzibar password kept?"),
                said("2", "bob", "2026-03-02", "In the safe."),
                said("3", "mallory", "2026-03-02", "Which safe?")));
    Seen.Whole whole = read(conversations, listing, "ops/1");
    assertThat(texts(whole)).containsExactly("[message left out]", "In the safe.");
    assertThat(whole.toString()).doesNotContain("zanzibar").doesNotContain("mallory");
    assertThat(whole.change().origin().title()).isEqualTo("#ops: In the safe.");
  }

  @Test
  void aConversationOfWhoOptedOutAloneIsNoDocument() {
    Conversations conversations = new Conversations(CHAT, rules());
    assertThat(
            list(conversations, room(said("1", "mallory", "2026-03-02", "I quit on Friday.")))
                .documents())
        .isEmpty();
  }

  @Test
  void whatIsOlderThanIsKeptGoes() {
    Rules rules = new Rules(_ -> false, false, Optional.of(Period.ofMonths(6)));
    Conversations conversations = new Conversations(CHAT, rules);
    Room room =
        room(
            said("1", "ann", "2026-04-30", "The old office closes."),
            said("2", "bob", "2026-05-02", "The new office opens."));
    assertThat(list(conversations, room).documents().keySet()).containsExactly("ops/2");
  }

  @Test
  void programsAreReadOnlyIfAskedFor() {
    Post alarm =
        new Post(
            "1",
            "B1",
            "pager",
            NOW,
            "",
            "Disk full on db1",
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true);
    Conversations without = new Conversations(CHAT, rules());
    Conversations with = new Conversations(CHAT, new Rules(_ -> false, true, Optional.empty()));
    assertThat(list(without, room(alarm)).documents()).isEmpty();
    assertThat(list(with, room(alarm)).documents().keySet()).containsExactly("ops/1");
  }

  @Test
  void theSameRoomsGiveTheSameListingAndAnEditAnotherMark() {
    Conversations conversations = new Conversations(CHAT, rules());
    Room room = room(said("1", "ann", "2026-03-02", "The window is Tuesday."));
    Listing first = list(conversations, room);
    assertThat(list(conversations, room)).isSameAs(first);
    Listing edited =
        list(conversations, room(said("1", "ann", "2026-03-02", "The window is Wednesday.")));
    assertThat(edited.documents().get("ops/1").mark())
        .isNotEqualTo(first.documents().get("ops/1").mark());
  }
}
