package dev.gill.app.config;

import dev.gill.model.Identity;
import dev.gill.model.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code gill.people}, and who is to be forgotten. */
public final class PeopleNamed {
  private PeopleNamed() {}

  /**
   * Whom the configuration names.
   *
   * @throws ConfigException if somebody is written in no form that can be read
   */
  public static People of(GillConfig config) {
    Map<String, Set<Identity>> accounts = new TreeMap<>();
    config
        .people()
        .accounts()
        .forEach(
            (name, written) ->
                accounts.put(name, identities("gill.people.accounts." + name, written)));
    return new People(
        accounts,
        identities("gill.people.optout", config.people().optout().orElse(List.of())),
        ForgottenFile.in(config.data()));
  }

  private static Set<Identity> identities(String setting, List<String> written) {
    try {
      return written.stream()
          .filter(each -> !each.isBlank())
          .map(each -> Identity.parse(each.strip()))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("%s cannot be read: %s.".formatted(setting, e.getMessage()));
    }
  }
}
