package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.SourceException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may read, as far as the API says it: everybody, or the groups with the right {@code read} and
 * the accounts in them. The configuration's word goes before the wiki's.
 */
record Readers(MediaWikiSettings settings, WikiApi api) {
  /** What the configuration alone says. */
  static Rights configured(MediaWikiSettings settings) {
    Map<Scope, Audience> audiences = new HashMap<>();
    settings.audience().ifPresent(audience -> audiences.put(settings.open(), audience));
    settings
        .restricted()
        .ifPresent(audience -> audiences.put(settings.restrictedScope(), audience));
    return new Rights(audiences, Map.of());
  }

  Rights rights(Site site) throws SourceException, InterruptedException {
    Rights configured = configured(settings);
    if (settings.audience().isPresent()) {
      return configured;
    }
    if (site.openToAll()) {
      return Rights.of(settings.open(), new Audience.Everyone()).and(configured);
    }
    Map<GroupId, Set<Person>> members = members(site.readers());
    Audience audience =
        members.isEmpty() ? new Audience.Nobody() : new Audience.AnyOf(members.keySet());
    return new Rights(Map.of(settings.open(), audience), members).and(configured);
  }

  private Map<GroupId, Set<Person>> members(Set<String> groups)
      throws SourceException, InterruptedException {
    Map<GroupId, Set<Person>> members =
        groups.stream()
            .collect(Collectors.toMap(this::group, _ -> new HashSet<>(), (one, other) -> one));
    Map<String, String> asked =
        Map.of("list", "allusers", "auprop", "groups|implicitgroups", "aulimit", "max");
    for (JsonNode part : Continued.all(api, asked)) {
      for (JsonNode user : part.path("query").path("allusers")) {
        Person person = Person.of(new Identity(realm(), user.path("name").asText()));
        for (String list : Set.of("groups", "implicitgroups")) {
          for (JsonNode group : user.path(list)) {
            if (groups.contains(group.asText())) {
              members.get(group(group.asText())).add(person);
            }
          }
        }
      }
    }
    return members;
  }

  private GroupId group(String name) {
    return new GroupId(realm(), name);
  }

  private String realm() {
    return settings.id().name();
  }
}
