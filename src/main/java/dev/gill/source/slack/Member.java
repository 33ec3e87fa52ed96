package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An account of the workspace.
 *
 * @param name as people read it
 * @param email empty if it is not known
 * @param confirmed whether Slack has verified the address
 * @param active whether it can still sign in
 * @param full whether it may enter every public channel, unlike a guest, an app or somebody from
 *     another workspace
 * @param guest whether it may enter those channels alone that it is a member of
 */
record Member(
    String id,
    String name,
    String email,
    boolean confirmed,
    boolean active,
    boolean full,
    boolean guest) {
  private static final String SLACKBOT = "USLACKBOT";

  /**
   * Reads what Slack says of one.
   *
   * @param team the workspace; empty if it is not known
   */
  static Member of(JsonNode user, String team) {
    JsonNode profile = user.path("profile");
    String id = user.path("id").asText();
    boolean app = user.path("is_bot").asBoolean() || id.equals(SLACKBOT);
    boolean outside =
        user.path("is_stranger").asBoolean()
            || !(team.isEmpty() || user.path("team_id").asText(team).equals(team));
    boolean guest =
        user.path("is_restricted").asBoolean() || user.path("is_ultra_restricted").asBoolean();
    return new Member(
        id,
        Stream.of(
                profile.path("display_name"),
                profile.path("real_name"),
                user.path("real_name"),
                user.path("name"))
            .map(name -> name.asText("").strip())
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse(id),
        profile.path("email").asText(""),
        user.path("is_email_confirmed").asBoolean(),
        !user.path("deleted").asBoolean(),
        !app && !outside && !guest,
        !app && (outside || guest));
  }

  /** Whether it is somebody's who is still there. */
  boolean signsIn() {
    return active && (full || guest);
  }

  /** The same, gone. */
  Member inactive() {
    return new Member(id, name, email, confirmed, false, full, guest);
  }

  /** All that belongs to this account for certain. */
  Person person(String realm) {
    Set<Identity> identities = new HashSet<>(Set.of(new Identity(realm, id)));
    if (confirmed && !email.isBlank()) {
      identities.add(Identity.email(email));
    }
    return new Person(identities);
  }
}
