package dev.gill.index;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Rights by lot, and the plainest way to say who may read: by looking at everything each time. */
final class RandomRights {
  static final List<SourceId> SOURCES =
      List.of(new SourceId("wiki"), new SourceId("chat"), new SourceId("drive"));

  private static final int PEOPLE = 60;

  private final Random random;
  private final Map<Scope, Audience> audiences = new HashMap<>();
  private final Map<SourceId, Map<GroupId, Set<Person>>> members = new HashMap<>();

  RandomRights(Random random) {
    this.random = random;
  }

  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    for (SourceId source : SOURCES) {
      for (int i = 0; i < 16; i++) {
        scopes.add(new Scope(source, i == 0 ? "" : "space/" + i));
      }
    }
    return scopes;
  }

  /** What each source reports next: a third of its scopes and groups, changed by lot. */
  Map<SourceId, Rights> change() {
    Map<SourceId, Rights> reports = new HashMap<>();
    for (SourceId source : SOURCES) {
      Map<Scope, Audience> changed = new HashMap<>();
      for (Scope scope : scopes()) {
        if (scope.source().equals(source) && random.nextInt(3) > 0) {
          changed.put(scope, audience(2));
        }
      }
      Map<GroupId, Set<Person>> groups = new HashMap<>();
      for (int i = 0; i < 8; i++) {
        if (random.nextInt(3) > 0) {
          groups.put(new GroupId(source.name(), "group" + i), people(source));
        }
      }
      audiences.putAll(changed);
      members.computeIfAbsent(source, s -> new HashMap<>()).putAll(groups);
      reports.put(source, new Rights(changed, groups));
    }
    return reports;
  }

  private Audience audience(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 7);
    if (kind == 0) {
      return new Audience.Everyone();
    }
    if (kind == 1) {
      return new Audience.Nobody();
    }
    if (kind < 7) {
      Set<GroupId> groups = new HashSet<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        groups.add(group());
      }
      return new Audience.AnyOf(groups);
    }
    return new Audience.AllOf(List.of(audience(depth - 1), audience(depth - 1)));
  }

  private GroupId group() {
    String realm =
        random.nextInt(8) == 0
            ? GroupId.CONFIGURED
            : SOURCES.get(random.nextInt(SOURCES.size())).name();
    return new GroupId(realm, "group" + random.nextInt(8));
  }

  private Set<Person> people(SourceId source) {
    Set<Person> people = new HashSet<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      people.add(person(source, random.nextInt(PEOPLE)));
    }
    return people;
  }

  /** Some systems have verified the addresses of their people, others know accounts alone. */
  private static Person person(SourceId source, int number) {
    Identity account = new Identity(source.name(), "U" + number);
    return number % 3 == 0 ? Person.of(account) : Person.of(account, address(number));
  }

  private static Identity address(int number) {
    return Identity.email("person" + number + "@example.org");
  }

  /** Somebody, or some together, of whom each has to be allowed to read. */
  Reader asker() {
    if (random.nextInt(4) > 0) {
      return single();
    }
    List<Reader> together = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      together.add(single());
    }
    return single().along(together);
  }

  private Reader single() {
    int number = random.nextInt(PEOPLE);
    SourceId source = SOURCES.get(random.nextInt(SOURCES.size()));
    Identity identity =
        random.nextBoolean() ? address(number) : new Identity(source.name(), "U" + number);
    Set<GroupId> groups = random.nextInt(4) == 0 ? Set.of(group()) : Set.of();
    return new Reader(random.nextInt(10) == 0 ? Set.of() : Set.of(identity), groups);
  }

  boolean mayRead(Reader reader, Scope scope) {
    return audiences.containsKey(scope)
        && reader.each().stream().allMatch(one -> admits(audiences.get(scope), one));
  }

  private boolean admits(Audience audience, Reader reader) {
    return switch (audience) {
      case Audience.Everyone everyone -> true;
      case Audience.Nobody nobody -> false;
      case Audience.AnyOf any -> any.groups().stream().anyMatch(group -> belongs(reader, group));
      case Audience.AllOf all -> all.parts().stream().allMatch(part -> admits(part, reader));
      case Audience.ReadersOf other -> mayRead(reader, other.scope());
    };
  }

  private boolean belongs(Reader reader, GroupId group) {
    Set<Identity> same = new HashSet<>(reader.identities());
    for (Map<GroupId, Set<Person>> groups : members.values()) {
      for (Set<Person> people : groups.values()) {
        for (Person person : people) {
          if (person.identities().stream().anyMatch(reader.identities()::contains)) {
            same.addAll(person.identities());
          }
        }
      }
    }
    boolean member = reader.groups().contains(group);
    for (Map<GroupId, Set<Person>> groups : members.values()) {
      for (Person person : groups.getOrDefault(group, Set.of())) {
        member |= person.identities().stream().anyMatch(same::contains);
      }
    }
    return member;
  }
}
