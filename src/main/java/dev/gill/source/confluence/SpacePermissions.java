package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Space permissions of Data Center: by its REST API since 9.1, before that by its JSON-RPC. */
final class SpacePermissions {
  private static final String RPC = "rpc/json-rpc/confluenceservice-v2/getSpacePermissionSets";

  private final Api api;
  private final Accounts accounts;
  private boolean rest = true;

  SpacePermissions(Api api, Accounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  /** Who may view a space; empty if the account may not see that. */
  Optional<Readers> of(Space space) throws SourceException, InterruptedException {
    if (rest) {
      Optional<JsonNode> found =
          api.find("rest/api/space/%s/permissions".formatted(Api.encoded(space.key())));
      if (found.isPresent()) {
        return found.map(this::listed);
      }
    }
    JsonNode question = JsonNodeFactory.instance.arrayNode().add(space.key());
    Optional<JsonNode> sets = api.post(RPC, question).filter(JsonNode::isArray);
    rest = sets.isEmpty();
    return sets.map(this::sets);
  }

  private Readers listed(JsonNode answer) {
    Named named = new Named();
    for (JsonNode each : answer.isArray() ? answer : answer.path("results")) {
      JsonNode operation = each.path("operation");
      boolean views =
          operation.path("operationKey").asText().equals("read")
              && operation.path("targetType").asText().equals("space");
      if (views) {
        JsonNode subject = each.path("subject");
        switch (subject.path("type").asText()) {
          case "group" -> named.groups.add(subject.path("name").asText());
          case "user" ->
              accounts
                  .person(subject)
                  .ifPresent(person -> named.users.put(accounts.id(subject), person));
          default -> named.others = true;
        }
      }
    }
    return named.readers();
  }

  private Readers sets(JsonNode sets) {
    Named named = new Named();
    for (JsonNode set : sets) {
      if (set.path("type").asText().equals("VIEWSPACE")) {
        for (JsonNode each : set.path("spacePermissions")) {
          String user = each.path("userName").asText("");
          String group = each.path("groupName").asText("");
          if (each.hasNonNull("groupName")) {
            named.groups.add(group);
          } else if (each.hasNonNull("userName")) {
            named.users.put(user, accounts.person(user));
          } else {
            named.others = true;
          }
        }
      }
    }
    return named.readers();
  }

  private static final class Named {
    private final Set<String> groups = new TreeSet<>();
    private final Map<String, Person> users = new TreeMap<>();
    private boolean others;

    Readers readers() {
      return new Readers(groups, users, others);
    }
  }
}
