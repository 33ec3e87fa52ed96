package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The people behind departments, chats, groups and spaces. What the app may not see has no members.
 */
final class Members {
  private static final int DEEPEST = 3;

  private record Known(Set<Person> people, Instant asked) {}

  private final LarkApi api;
  private final Users users;
  private final Tree tree;
  private final Duration every;
  private final InstantSource clock;
  private final Map<Principal, Known> known = new TreeMap<>();
  private final Map<Principal.Kind, LarkException> refused = new EnumMap<>(Principal.Kind.class);

  Members(LarkApi api, Users users, Tree tree, Duration every, InstantSource clock) {
    this.api = api;
    this.users = users;
    this.tree = tree;
    this.every = every;
    this.clock = clock;
  }

  /** Why the members of a kind are not known, where that is so. */
  Map<Principal.Kind, LarkException> refused() {
    return refused;
  }

  Set<Person> of(Principal principal) {
    Known of = known.get(principal);
    return of == null ? Set.of() : of.people();
  }

  /**
   * Asks for the members of those that are not known yet, and of a few whose time has come. Returns
   * whether that brought news.
   */
  boolean refresh(Set<Principal> wanted, int most) throws SourceException, InterruptedException {
    boolean news = false;
    Instant due = clock.instant().minus(every);
    List<Principal> asked = new ArrayList<>();
    wanted.stream().filter(each -> !known.containsKey(each)).forEach(asked::add);
    known.entrySet().stream()
        .filter(entry -> wanted.contains(entry.getKey()) && entry.getKey().changes())
        .filter(entry -> !entry.getValue().asked().isAfter(due))
        .sorted(Comparator.comparing(entry -> entry.getValue().asked()))
        .limit(most)
        .forEach(entry -> asked.add(entry.getKey()));
    users.learn(
        asked.stream()
            .filter(each -> each.kind() == Principal.Kind.USER)
            .map(Principal::id)
            .toList());
    for (Principal each : asked) {
      Set<Person> people = people(each, 0);
      Known before = known.put(each, new Known(people, clock.instant()));
      news |= before == null || !before.people().equals(people);
    }
    return news;
  }

  private Set<Person> people(Principal principal, int depth)
      throws SourceException, InterruptedException {
    if (depth > DEEPEST) {
      return Set.of();
    }
    try {
      Set<Person> people =
          switch (principal.kind()) {
            case USER -> Set.of(users.person(principal.id()));
            case EMAIL -> Set.of(Person.of(Identity.email(principal.id())));
            case DEPARTMENT, TENANT -> department(principal.id());
            case CHAT -> chat(principal.id());
            case GROUP -> group(principal.id(), depth);
            case SPACE -> space(principal.id(), depth);
          };
      refused.remove(principal.kind());
      return people;
    } catch (LarkException e) {
      refused.put(principal.kind(), e);
      return Set.of();
    }
  }

  /** Those of departments below it are members too. */
  private Set<Person> department(String id)
      throws SourceException, LarkException, InterruptedException {
    Map<String, String> types =
        Map.of("department_id_type", "open_department_id", "user_id_type", "open_id");
    Set<String> all = new TreeSet<>(Set.of(id));
    Map<String, String> below = new TreeMap<>(types);
    below.put("fetch_child", "true");
    below.put("page_size", "50");
    for (JsonNode each :
        api.all(Paths.of("contact/v3/departments/{}/children", id), below, "items")) {
      all.add(each.path("open_department_id").asText());
    }
    Set<Person> people = new HashSet<>();
    for (String each : all) {
      Map<String, String> query = new TreeMap<>(types);
      query.put("department_id", each);
      query.put("page_size", "50");
      for (JsonNode user :
          api.all(Paths.of("contact/v3/users/find_by_department"), query, "items")) {
        people.add(users.person(users.note(user)));
      }
    }
    return people;
  }

  private Set<Person> chat(String id) throws SourceException, LarkException, InterruptedException {
    List<String> ids =
        api
            .all(
                Paths.of("im/v1/chats/{}/members", id),
                Map.of("member_id_type", "open_id", "page_size", "100"),
                "items")
            .stream()
            .map(member -> member.path("member_id").asText())
            .toList();
    return persons(ids);
  }

  private Set<Person> group(String id, int depth)
      throws SourceException, LarkException, InterruptedException {
    String path = Paths.of("contact/v3/group/{}/member/simplelist", id);
    Map<String, String> asked = new TreeMap<>(Map.of("page_size", "100"));
    asked.put("member_type", "user");
    asked.put("member_id_type", "open_id");
    Set<Person> people =
        new HashSet<>(
            persons(
                api.all(path, asked, "memberlist").stream()
                    .map(member -> member.path("member_id").asText())
                    .toList()));
    asked.put("member_type", "department");
    asked.put("member_id_type", "open_department_id");
    for (JsonNode member : api.all(path, asked, "memberlist")) {
      String department = member.path("member_id").asText();
      people.addAll(people(new Principal(Principal.Kind.DEPARTMENT, department), depth + 1));
    }
    return people;
  }

  /** A public space is open to the whole organization. */
  private Set<Person> space(String id, int depth)
      throws SourceException, LarkException, InterruptedException {
    Set<Person> people = new HashSet<>();
    List<Principal> members =
        api
            .all(Paths.of("wiki/v2/spaces/{}/members", id), Map.of("page_size", "50"), "members")
            .stream()
            .flatMap(member -> Principal.of(member).stream())
            .filter(member -> member.kind() != Principal.Kind.SPACE)
            .toList();
    users.learn(
        members.stream()
            .filter(member -> member.kind() == Principal.Kind.USER)
            .map(Principal::id)
            .toList());
    for (Principal member : members) {
      people.addAll(people(member, depth + 1));
    }
    JsonNode space = tree.spaces().get(id);
    if (space != null && space.path("visibility").asText().equals("public")) {
      people.addAll(people(Principal.TENANT, depth + 1));
    }
    return people;
  }

  private Set<Person> persons(List<String> ids) throws SourceException, InterruptedException {
    users.learn(ids);
    Set<Person> people = new HashSet<>();
    ids.forEach(id -> people.add(users.person(id)));
    return people;
  }
}
