package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.GroupId;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may have been let in: a user, a department, a chat, a group of users, the members of a wiki
 * space, an address or the whole organization.
 *
 * @param id of a user the open id
 */
record Principal(Kind kind, String id) implements Comparable<Principal> {
  /** What it can be. */
  enum Kind {
    USER,
    DEPARTMENT,
    CHAT,
    GROUP,
    SPACE,
    EMAIL,
    TENANT
  }

  static final Principal TENANT = new Principal(Kind.TENANT, "0");

  /** As lists of members and collaborators give it; empty for apps and for what is not known. */
  static Optional<Principal> of(JsonNode member) {
    String id = member.path("member_id").asText();
    return id.isEmpty() ? Optional.empty() : kind(member).map(kind -> new Principal(kind, id));
  }

  private static Optional<Kind> kind(JsonNode member) {
    return Optional.ofNullable(
        switch (member.path("member_type").asText()) {
          case "openid", "open_id" -> Kind.USER;
          case "opendepartmentid", "open_department_id" -> Kind.DEPARTMENT;
          case "openchat", "open_chat" -> Kind.CHAT;
          case "groupid", "group_id" -> Kind.GROUP;
          case "wikispaceid" -> Kind.SPACE;
          case "email" -> Kind.EMAIL;
          default -> null;
        });
  }

  /** Whether others may come to be behind it. */
  boolean changes() {
    return kind != Kind.USER && kind != Kind.EMAIL;
  }

  /** The group that it is in Gill, such as {@code wiki:department od-1}. */
  GroupId group(String realm) {
    return new GroupId(realm, kind.name().toLowerCase(Locale.ROOT) + " " + id);
  }

  @Override
  public int compareTo(Principal other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? id.compareTo(other.id) : byKind;
  }
}
