package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cloud, by its second REST API; restrictions, groups and their members, which that does not know,
 * by the first.
 */
final class Cloud implements Edition {
  private static final int LISTED = 250;
  private static final int LATEST = 50;

  /** The most spaces and accounts that a request names. */
  private static final int NAMED = 100;

  private static final Map<String, String> HOLDERS =
      Map.of(
          "folder", "folders",
          "whiteboard", "whiteboards",
          "database", "databases",
          "embed", "embeds");

  private final ConfluenceSettings settings;
  private final Api api;
  private final V1 v1;
  private final Accounts accounts;
  private final Map<String, String> names = new HashMap<>();
  private CloudItems items = new CloudItems(Map.of());
  private String site;

  Cloud(ConfluenceSettings settings, Api api) {
    this.settings = settings;
    this.api = api;
    this.accounts = new Accounts(settings.realm(), true);
    this.v1 = new V1(api, accounts);
    this.site = settings.http().base().toString();
  }

  @Override
  public String name() {
    return "Confluence Cloud";
  }

  @Override
  public Optional<String> account() throws SourceException, InterruptedException {
    return v1.account();
  }

  @Override
  public List<Space> spaces() throws SourceException, InterruptedException {
    String keys = settings.spaces().isEmpty() ? "" : "&keys=" + Api.joined(settings.spaces());
    Map<String, Space> found = new TreeMap<>();
    Optional<String> next = Optional.of("status=current&limit=" + LISTED + keys);
    while (next.isPresent()) {
      JsonNode part = api.part("api/v2/spaces", "", next);
      for (JsonNode space : part.path("results")) {
        boolean personal = space.path("type").asText().equals("personal");
        if (!personal || !settings.spaces().isEmpty()) {
          String id = space.path("id").asText();
          found.put(id, new Space(id, space.path("key").asText(), space.path("name").asText()));
        }
      }
      String base = part.path("_links").path("base").asText();
      site = base.startsWith("https://") ? base + "/" : site;
      next = Api.next(part);
    }
    items = new CloudItems(Map.copyOf(found));
    return List.copyOf(found.values());
  }

  @Override
  public List<Query> everything(List<Space> within) {
    List<Query> lists = new ArrayList<>();
    for (List<Space> some : parts(within)) {
      lists.add(pages("space-id=%s&status=current&limit=%d".formatted(ids(some), LISTED)));
    }
    lists.add(files("status=current&limit=" + LISTED));
    return lists;
  }

  @Override
  public Latest latest(List<Space> within) {
    List<Query> lists = new ArrayList<>();
    List<List<Space>> all = parts(within);
    // All spaces that there are need not be named one by one.
    List<String> which =
        settings.spaces().isEmpty()
            ? List.of("")
            : all.stream().map(some -> "space-id=%s&".formatted(ids(some))).toList();
    String newest = "sort=-modified-date&limit=";
    which.forEach(some -> lists.add(pages(some + "status=current&" + newest + LATEST)));
    lists.add(files("status=current&" + newest + LATEST));
    all.forEach(
        some ->
            lists.add(
                pages("space-id=%s&status=trashed&%s%d".formatted(ids(some), newest, LISTED))));
    return new Latest(
        lists.getFirst(), which.size() == 1, List.copyOf(lists.subList(1, lists.size())));
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += NAMED) {
      parts.add(all.subList(i, Math.min(all.size(), i + NAMED)));
    }
    return parts;
  }

  private static String ids(List<Space> some) {
    return Api.joined(some.stream().map(Space::id).toList());
  }

  private Query pages(String query) {
    return next -> CloudItems.items(api.part("api/v2/pages", query, next), items::item);
  }

  private Query files(String query) {
    return next -> CloudItems.items(api.part("api/v2/attachments", query, next), CloudItems::file);
  }

  @Override
  public Optional<Item.Holder> holder(Item.Parent parent)
      throws SourceException, InterruptedException {
    String kind = HOLDERS.get(parent.type());
    return kind == null
        ? Optional.empty()
        : api.find("api/v2/%s/%s".formatted(kind, Api.encoded(parent.id())))
            .map(found -> new Item.Holder(parent.id(), CloudItems.parent(found)));
  }

  @Override
  public Optional<Readers> permissions(Space space) throws SourceException, InterruptedException {
    Set<String> groups = new TreeSet<>();
    Map<String, Person> users = new TreeMap<>();
    boolean others = false;
    Optional<String> next = Optional.of("limit=" + LISTED);
    while (next.isPresent()) {
      Optional<JsonNode> part =
          api.find(
              "api/v2/spaces/%s/permissions?%s".formatted(Api.encoded(space.id()), next.get()));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      for (JsonNode each : part.get().path("results")) {
        JsonNode operation = each.path("operation");
        if (operation.path("key").asText().equals("read")
            && operation.path("targetType").asText().equals("space")) {
          String id = each.path("principal").path("id").asText();
          switch (each.path("principal").path("type").asText()) {
            case "group" -> groups.add(id);
            case "user" -> users.put(id, accounts.person(id));
            default -> others = true;
          }
        }
      }
      next = part.flatMap(Api::next);
    }
    return Optional.of(new Readers(groups, users, others));
  }

  @Override
  public boolean open(Space space) throws SourceException, InterruptedException {
    return api.visible("api/v2/spaces/" + Api.encoded(space.id()));
  }

  @Override
  public boolean restrictionsApart() {
    return true;
  }

  @Override
  public Map<String, Readers> restrictions(Collection<String> ids)
      throws SourceException, InterruptedException {
    return v1.restrictions(ids);
  }

  @Override
  public Optional<Readers> restriction(String id) throws SourceException, InterruptedException {
    return v1.restriction(id);
  }

  @Override
  public Map<String, String> groupNames() throws SourceException, InterruptedException {
    Map<String, String> found = new HashMap<>();
    Optional<String> next = Optional.of("limit=" + LISTED);
    while (next.isPresent()) {
      Optional<JsonNode> part = api.find("rest/api/group?" + next.get());
      part.ifPresent(
          list ->
              list.path("results")
                  .forEach(
                      group -> found.put(group.path("id").asText(), group.path("name").asText())));
      next = part.flatMap(Api::next);
    }
    return found;
  }

  @Override
  public Set<Person> members(String group) throws SourceException, InterruptedException {
    return v1.people("rest/api/group/%s/membersByGroupId".formatted(Api.encoded(group)));
  }

  @Override
  public Map<String, Body> bodies(Collection<String> ids)
      throws SourceException, InterruptedException {
    Map<String, Body> found = new HashMap<>();
    JsonNode part =
        api.get(
            "api/v2/pages?id=%s&status=current&body-format=storage&limit=%d"
                .formatted(Api.joined(ids), ids.size()));
    part.path("results").forEach(page -> found.put(page.path("id").asText(), items.whole(page)));
    return found;
  }

  @Override
  public Optional<Item.Page> page(String id) throws SourceException, InterruptedException {
    return current(id, "").map(items::page);
  }

  @Override
  public Optional<Body> body(String id) throws SourceException, InterruptedException {
    return current(id, "?body-format=storage").map(items::whole);
  }

  private Optional<JsonNode> current(String id, String how)
      throws SourceException, InterruptedException {
    return api.find("api/v2/pages/%s%s".formatted(Api.encoded(id), how))
        .filter(page -> page.path("status").asText().equals("current"));
  }

  @Override
  public Map<String, String> names(Collection<String> asked)
      throws SourceException, InterruptedException {
    List<String> unknown =
        asked.stream().filter(id -> !id.isEmpty() && !names.containsKey(id)).distinct().toList();
    for (List<String> some : parts(unknown)) {
      ObjectNode question = JsonNodeFactory.instance.objectNode();
      some.forEach(question.putArray("accountIds")::add);
      some.forEach(id -> names.put(id, ""));
      api.post("api/v2/users-bulk", question)
          .ifPresent(
              found ->
                  found
                      .path("results")
                      .forEach(
                          user ->
                              names.put(
                                  user.path("accountId").asText(),
                                  user.path("displayName").asText())));
    }
    Map<String, String> known = new HashMap<>(names);
    known.keySet().retainAll(Set.copyOf(asked));
    return known;
  }

  @Override
  public String link(Item.Page page) {
    return "%sspaces/%s/pages/%s"
        .formatted(site, Api.encoded(page.space()), Api.encoded(page.id()));
  }

  @Override
  public String revisionLink(Item.Page page) {
    return "%spages/viewpage.action?pageId=%s&pageVersion=%s"
        .formatted(site, Api.encoded(page.id()), Api.encoded(String.valueOf(page.version())));
  }

  @Override
  public String link(Item.Attachment file) {
    return Links.file(site, file);
  }

  @Override
  public String anchors() {
    return "words";
  }
}
