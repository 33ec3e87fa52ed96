package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the contacts say of users, by open id: a name, and the address of their mailbox in the
 * organization, by which other systems know them.
 */
final class Users {
  private static final int MOST = 50;

  private record User(String name, String email) {}

  private static final User UNKNOWN = new User("", "");

  private final LarkApi api;
  private final String realm;
  private final Map<String, User> known = new HashMap<>();

  Users(LarkApi api, String realm) {
    this.api = api;
    this.realm = realm;
  }

  /** Empty if it is not known. */
  String name(String id) {
    return known.getOrDefault(id, UNKNOWN).name();
  }

  /** By the open id, and the address if there is one. */
  Person person(String id) {
    Set<Identity> identities = new HashSet<>(Set.of(new Identity(realm, id)));
    String email = known.getOrDefault(id, UNKNOWN).email();
    if (!email.isEmpty()) {
      identities.add(Identity.email(email));
    }
    return new Person(identities);
  }

  /** Asks for those that are not known; without the scopes for it they stay nameless. */
  void learn(Collection<String> ids) throws SourceException, InterruptedException {
    List<String> asked =
        new ArrayList<>(
            ids.stream().filter(id -> !id.isEmpty() && !known.containsKey(id)).distinct().toList());
    for (int i = 0; i < asked.size(); i += MOST) {
      List<String> some = asked.subList(i, Math.min(asked.size(), i + MOST));
      some.forEach(id -> known.put(id, UNKNOWN));
      try {
        for (JsonNode user :
            api.get(
                    Paths.of("contact/v3/users/batch")
                        + Paths.query(Map.of("user_id_type", "open_id"))
                        + "&"
                        + String.join("&", some.stream().map(Users::parameter).toList()))
                .path("items")) {
          note(user);
        }
      } catch (LarkException e) {
        // Without the contacts a page is read all the same, its authors nameless.
      }
    }
  }

  private static String parameter(String id) {
    return Paths.query(Map.of("user_ids", id)).substring(1);
  }

  /** Keeps what an answer says of a user. Returns the open id. */
  String note(JsonNode user) {
    String id = user.path("open_id").asText();
    String email =
        Stream.of("enterprise_email", "email")
            .map(field -> user.path(field).asText())
            .filter(address -> address.contains("@"))
            .findFirst()
            .orElse("");
    known.put(id, new User(user.path("name").asText(), email));
    return id;
  }
}
