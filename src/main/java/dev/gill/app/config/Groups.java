package dev.gill.app.config;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The groups that the configuration names.
 *
 * @param ofEveryone those that whoever asks is taken to belong to
 * @param members of the others
 */
public record Groups(Set<GroupId> ofEveryone, Map<GroupId, Set<Identity>> members) {
  public Groups {
    ofEveryone = Set.copyOf(ofEveryone);
    members = Map.copyOf(members);
  }

  /**
   * Reads {@code gill.access.groups} and {@code gill.groups.*}.
   *
   * @throws ConfigException if a name cannot be read
   */
  public static Groups of(GillConfig config) {
    Map<GroupId, Set<Identity>> members = new TreeMap<>();
    config
        .groups()
        .forEach(
            (name, people) ->
                members.put(group("gill.groups." + name, name), people(name, people)));
    return new Groups(
        config.access().groups().orElse(List.of()).stream()
            .map(name -> group("gill.access.groups", name))
            .collect(Collectors.toSet()),
        members);
  }

  private static GroupId group(String setting, String name) {
    try {
      return GroupId.parse(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("%s cannot be read: %s.".formatted(setting, e.getMessage()));
    }
  }

  private static Set<Identity> people(String group, List<String> written) {
    try {
      return written.stream()
          .filter(person -> !person.isBlank())
          .map(person -> Identity.parse(person.strip()))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "gill.groups.%s cannot be read: %s.".formatted(group, e.getMessage()));
    }
  }

  /** The groups of somebody who is known by these identities. */
  public Set<GroupId> of(Set<Identity> known) {
    return members.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(known::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
