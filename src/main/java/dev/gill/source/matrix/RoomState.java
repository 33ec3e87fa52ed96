package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known of a room besides what is said in it. One thread at a time. */
final class RoomState {
  /**
   * Somebody who is or was in the room.
   *
   * @param membership {@code join}, {@code invite}, {@code leave}, {@code ban} or {@code knock}
   * @param name as people read it; empty if none was chosen
   */
  record Member(String membership, String name) {
    boolean joined() {
      return membership.equals("join");
    }

    boolean present() {
      return joined() || membership.equals("invite");
    }
  }

  String name = "";
  String alias = "";
  String joinRule = "";
  String visibility = "";
  boolean encrypted;

  /** Whether somebody was invited to it as to a direct chat. */
  boolean direct;

  /** Whether what is said in it is kept. */
  boolean read;

  final SortedMap<String, Member> members = new TreeMap<>();
  final Map<String, Edit> edits = new TreeMap<>();
  final Deque<Gap> gaps = new ArrayDeque<>();

  void apply(Event event) {
    JsonNode content = event.content();
    switch (event.type()) {
      case "m.room.name" -> name = content.path("name").asText().strip();
      case "m.room.canonical_alias" -> alias = content.path("alias").asText();
      case "m.room.join_rules" -> joinRule = content.path("join_rule").asText();
      case "m.room.history_visibility" -> visibility = content.path("history_visibility").asText();
      case "m.room.encryption" -> encrypted = true;
      case "m.room.member" -> member(event.stateKey().orElse(""), event);
      default -> {
        // nothing that matters here
      }
    }
  }

  private void member(String account, Event event) {
    JsonNode before = event.unsigned().path("prev_content");
    String said = event.content().path("displayname").asText("");
    String known = said.isEmpty() ? before.path("displayname").asText("") : said;
    direct |= event.content().path("is_direct").asBoolean() || before.path("is_direct").asBoolean();
    members.put(account, new Member(event.content().path("membership").asText(), known.strip()));
  }

  /** Whether two speak in it alone, as far as anything shows. */
  boolean isDirect() {
    return direct || (name.isEmpty() && alias.isEmpty() && present() <= 2);
  }

  private long present() {
    return members.values().stream().filter(Member::present).count();
  }

  /** Whether whoever likes can come in and read what was said before. */
  boolean isOpen() {
    return visibility.equals("world_readable")
        || (joinRule.equals("public") && visibility.equals("shared"));
  }

  /** Whether who comes in does not see all that was said before. */
  boolean isRestricted() {
    return visibility.equals("joined") || visibility.equals("invited");
  }

  /** The accounts of all that are in it. */
  Collection<String> joined() {
    return members.entrySet().stream()
        .filter(each -> each.getValue().joined())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What somebody is called in it. */
  String called(String account) {
    Member member = members.get(account);
    return member == null || member.name().isEmpty() ? localPart(account) : member.name();
  }

  /** {@code li} of {@code @li:example.org}. */
  static String localPart(String account) {
    int colon = account.indexOf(':');
    return account.startsWith("@") && colon > 1 ? account.substring(1, colon) : account;
  }

  /** As people read it. */
  String title(String room, String own) {
    if (!name.isEmpty() || !alias.isEmpty()) {
      return name.isEmpty() ? alias : name;
    }
    List<String> others = joined().stream().filter(account -> !account.equals(own)).toList();
    String named = others.stream().limit(3).map(this::called).collect(Collectors.joining(", "));
    return named.isEmpty() ? room : others.size() > 3 ? named + ", …" : named;
  }

  /** The edit that another event was, by the message that it edited. */
  Optional<String> editedBy(String event) {
    return edits.entrySet().stream()
        .filter(each -> each.getValue().id().equals(event))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Nothing that is said in it is kept. */
  void stopReading() {
    read = false;
    edits.clear();
    gaps.clear();
  }
}
