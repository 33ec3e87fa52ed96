package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.confluence.StandInConfluence.Answer;
import dev.gill.source.confluence.StandInConfluence.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What both editions answer alike under {@code rest/api}. */
final class FirstApi {
  private static final Pattern IDS = Pattern.compile("id in \\(([^)]*)\\)");
  private static final Pattern SPACES =
      Pattern.compile("space (?:in \\(|= )([^)]*?)(?:\\)|$| and)");

  private final StandInConfluence stand;
  private final boolean cloud;

  FirstApi(StandInConfluence stand, boolean cloud) {
    this.stand = stand;
    this.cloud = cloud;
  }

  Answer me(Asked asked) {
    ObjectNode user = StandInConfluence.JSON.createObjectNode();
    user.put("type", asked.signedIn() ? "known" : "anonymous");
    return Answer.of(user.put("displayName", asked.signedIn() ? "Gill" : "Anonymous"));
  }

  ObjectNode user(String name) {
    ObjectNode user = StandInConfluence.JSON.createObjectNode().put("type", "known");
    user.put("displayName", name.substring(0, 1).toUpperCase() + name.substring(1));
    return cloud
        ? user.put("accountId", "id-" + name).put("email", name + "@example.org")
        : user.put("username", name).put("userKey", "key-" + name);
  }

  ObjectNode group(String name) {
    ObjectNode group = StandInConfluence.JSON.createObjectNode();
    group.put("type", "group").put("name", name);
    return cloud ? group.put("id", "uuid-" + name) : group;
  }

  /** The operation {@code read} of a content's restrictions. */
  ObjectNode restriction(String id) {
    Stand.Named named = stand.restrictions.getOrDefault(id, new Stand.Named(Set.of(), Set.of()));
    ObjectNode read = StandInConfluence.JSON.createObjectNode().put("operation", "read");
    ObjectNode who = read.putObject("restrictions");
    people(who.putObject("user"), named.users().stream().map(this::user).toList());
    people(who.putObject("group"), named.groups().stream().map(this::group).toList());
    return read;
  }

  private static void people(ObjectNode list, List<ObjectNode> all) {
    ArrayNode results = list.putArray("results");
    all.forEach(results::add);
    list.put("start", 0).put("limit", 200).put("size", all.size());
  }

  Answer members(Asked asked, String group) {
    Set<String> names = stand.groups.get(group);
    return names == null
        ? Answer.status(404)
        : Answer.of(stand.list(asked, List.copyOf(names), this::user, "start"));
  }

  static String last(String path) {
    return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
  }

  static String part(String path, int index) {
    return URLDecoder.decode(path.split("/")[index], StandardCharsets.UTF_8);
  }

  /** The contents that a query in CQL finds, as far as the adapter asks them. */
  List<Object> search(String cql) {
    List<Object> found = new ArrayList<>();
    Matcher ids = IDS.matcher(cql);
    if (ids.find()) {
      for (String id : values(ids.group(1))) {
        Stand.Page page = stand.pages.get(id);
        if (page != null && page.status().equals("current") && !stand.unindexed.contains(id)) {
          found.add(page);
        }
      }
      return found;
    }
    Matcher named = SPACES.matcher(cql);
    Set<String> spaces = named.find() ? Set.copyOf(values(named.group(1))) : Set.of();
    if (cql.contains("page")) {
      stand.pages(spaces, Set.of("current")).stream()
          .filter(page -> !stand.unindexed.contains(page.id()))
          .filter(page -> !(cql.contains("order") && stand.unlisted.contains(page.id())))
          .forEach(found::add);
    }
    stand.files().stream()
        .filter(file -> spaces.isEmpty() || spaces.contains(stand.pages.get(file.page()).space()))
        .forEach(found::add);
    return cql.contains("order by lastmodified desc") ? Stand.latest(found, FirstApi::at) : found;
  }

  private static java.time.Instant at(Object content) {
    return content instanceof Stand.Page page ? page.at() : ((Stand.File) content).at();
  }

  static List<String> values(String list) {
    return Arrays.stream(list.split(","))
        .map(value -> value.strip().replaceAll("^\"|\"$", ""))
        .collect(Collectors.toList());
  }
}
