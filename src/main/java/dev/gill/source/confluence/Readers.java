package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Person;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is named by permissions or restrictions.
 *
 * @param groups by what the edition knows them by: an id on Cloud, a name on Data Center
 * @param users by their account's id
 * @param others whether somebody else is meant too, such as anonymous visitors
 */
record Readers(Set<String> groups, Map<String, Person> users, boolean others) {
  /** Nobody is named: of a page, that it is not restricted. */
  static final Readers NONE = new Readers(Set.of(), Map.of(), false);

  Readers {
    groups = Set.copyOf(groups);
    users = Map.copyOf(users);
  }

  boolean none() {
    return groups.isEmpty() && users.isEmpty() && !others;
  }

  /**
   * Of a page's restrictions on reading, which both editions write alike.
   *
   * @param read the operation, with {@code restrictions}
   */
  static Readers restricted(JsonNode read, Accounts accounts) {
    JsonNode named = read.path("restrictions");
    Set<String> groups = new TreeSet<>();
    named.path("group").path("results").forEach(group -> groups.add(accounts.group(group)));
    Map<String, Person> users = new TreeMap<>();
    named
        .path("user")
        .path("results")
        .forEach(
            user ->
                accounts.person(user).ifPresent(person -> users.put(accounts.id(user), person)));
    boolean unnamed =
        named.path("group").path("size").asInt() > groups.size()
            || named.path("user").path("size").asInt() > users.size();
    return new Readers(groups, users, unnamed);
  }
}
