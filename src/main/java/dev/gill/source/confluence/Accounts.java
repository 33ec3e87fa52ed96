package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an edition writes users and groups.
 *
 * @param realm of their identities
 */
record Accounts(String realm, boolean cloud) {
  /** What tells a group apart: on Cloud its id, since names can change. */
  String group(JsonNode group) {
    String id = group.path("id").asText();
    return cloud && !id.isEmpty() ? id : group.path("name").asText();
  }

  /** The account's id on Cloud; the user name on Data Center, or the key where that is not said. */
  String id(JsonNode user) {
    return cloud
        ? user.path("accountId").asText()
        : user.path("username").asText(user.path("userKey").asText());
  }

  /** Cloud says only verified addresses; Data Center says none. */
  Optional<Person> person(JsonNode user) {
    Set<Identity> identities = new TreeSet<>();
    for (String field : cloud ? Set.of("accountId") : Set.of("username", "userKey")) {
      String id = user.path(field).asText();
      if (!id.isBlank()) {
        identities.add(new Identity(realm, id));
      }
    }
    String email = user.path("email").asText();
    if (cloud && email.indexOf('@') > 0 && !identities.isEmpty()) {
      identities.add(Identity.email(email));
    }
    return identities.isEmpty() ? Optional.empty() : Optional.of(new Person(identities));
  }

  /** Somebody of whom only the id is known. */
  Person person(String id) {
    return Person.of(new Identity(realm, id));
  }
}
