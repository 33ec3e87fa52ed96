package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Data Center, by the REST API that it has had since 5.5. */
final class DataCenter implements Edition {
  private static final String PAGE = "version,space,ancestors," + V1.RESTRICTIONS;
  private static final String NEWS = PAGE + ",container";
  private static final int LISTED = 200;
  private static final int LATEST = 50;
  private static final int SPACES = 100;

  private final ConfluenceSettings settings;
  private final Api api;
  private final V1 v1;
  private final DataCenterItems items;
  private final SpacePermissions permissions;
  private final Map<String, String> names = new HashMap<>();

  DataCenter(ConfluenceSettings settings, Api api) {
    this.settings = settings;
    this.api = api;
    Accounts accounts = new Accounts(settings.realm(), false);
    this.v1 = new V1(api, accounts);
    this.items = new DataCenterItems(v1);
    this.permissions = new SpacePermissions(api, accounts);
  }

  @Override
  public String name() {
    return "Confluence Data Center";
  }

  @Override
  public Optional<String> account() throws SourceException, InterruptedException {
    return v1.account();
  }

  @Override
  public List<Space> spaces() throws SourceException, InterruptedException {
    String wanted =
        settings.spaces().isEmpty()
            ? "&type=global"
            : settings.spaces().stream()
                .map(key -> "&spaceKey=" + Api.encoded(key))
                .collect(Collectors.joining());
    List<Space> spaces = new ArrayList<>();
    Optional<String> next = Optional.of("status=current&limit=" + SPACES + wanted);
    while (next.isPresent()) {
      JsonNode part = api.part("rest/api/space", "", next);
      for (JsonNode space : part.path("results")) {
        String key = space.path("key").asText();
        spaces.add(new Space(key, key, space.path("name").asText()));
      }
      next = Api.next(part);
    }
    return spaces;
  }

  @Override
  public List<Query> everything(List<Space> spaces) {
    List<Query> lists = new ArrayList<>();
    for (Space space : spaces) {
      lists.add(list(content(space, "current") + "&expand=" + Api.encoded(PAGE)));
      lists.add(
          search(
              "type = attachment and space = " + Api.quoted(List.of(space.key())),
              "container,version,space",
              LISTED));
    }
    return lists;
  }

  @Override
  public Latest latest(List<Space> spaces) {
    String within =
        settings.spaces().isEmpty()
            ? "space.type = global"
            : "space in (%s)".formatted(Api.quoted(settings.spaces()));
    return new Latest(
        search(within + " and type in (page,attachment) order by lastmodified desc", NEWS, LATEST),
        true,
        spaces.stream().map(space -> list(content(space, "trashed"))).toList());
  }

  private static String content(Space space, String status) {
    return "type=page&spaceKey=%s&status=%s&limit=%d"
        .formatted(Api.encoded(space.key()), status, LISTED);
  }

  /** A space that has gone meanwhile holds nothing. */
  private Query list(String query) {
    return next ->
        api.find("rest/api/content?" + next.orElse(query))
            .map(items::items)
            .orElseGet(() -> new Part<>(List.of(), Optional.empty()));
  }

  private Query search(String cql, String expand, int limit) {
    String query =
        "cql=%s&expand=%s&limit=%d".formatted(Api.encoded(cql), Api.encoded(expand), limit);
    return next -> items.items(api.part("rest/api/content/search", query, next));
  }

  @Override
  public Optional<Item.Holder> holder(Item.Parent parent) {
    return Optional.empty();
  }

  @Override
  public Optional<Readers> permissions(Space space) throws SourceException, InterruptedException {
    return permissions.of(space);
  }

  @Override
  public boolean open(Space space) throws SourceException, InterruptedException {
    return api.visible("rest/api/space/" + Api.encoded(space.key()));
  }

  @Override
  public boolean restrictionsApart() {
    return false;
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
  public Map<String, String> groupNames() {
    return Map.of();
  }

  @Override
  public Set<Person> members(String group) throws SourceException, InterruptedException {
    return v1.people("rest/api/group/%s/member".formatted(Api.encoded(group)));
  }

  @Override
  public Map<String, Body> bodies(Collection<String> ids)
      throws SourceException, InterruptedException {
    Map<String, Body> found = new HashMap<>();
    for (JsonNode page : v1.byIds(ids, PAGE + ",body.storage").path("results")) {
      found.put(page.path("id").asText(), items.whole(page));
    }
    return found;
  }

  @Override
  public Optional<Item.Page> page(String id) throws SourceException, InterruptedException {
    return current(id, PAGE).map(items::page);
  }

  @Override
  public Optional<Body> body(String id) throws SourceException, InterruptedException {
    return current(id, PAGE + ",body.storage").map(items::whole);
  }

  private Optional<JsonNode> current(String id, String expand)
      throws SourceException, InterruptedException {
    return api.find(
        "rest/api/content/%s?status=current&expand=%s"
            .formatted(Api.encoded(id), Api.encoded(expand)));
  }

  /** Authors are written by what they are called; of somebody mentioned only the key is known. */
  @Override
  public Map<String, String> names(Collection<String> accounts)
      throws SourceException, InterruptedException {
    for (String key : accounts) {
      if (!names.containsKey(key)) {
        names.put(
            key,
            api.find("rest/api/user?key=" + Api.encoded(key))
                .map(user -> user.path("displayName").asText())
                .orElse(""));
      }
    }
    Map<String, String> asked = new HashMap<>(names);
    asked.keySet().retainAll(Set.copyOf(accounts));
    return asked;
  }

  @Override
  public String link(Item.Page page) {
    return settings.http().base() + "pages/viewpage.action?pageId=" + Api.encoded(page.id());
  }

  /** An earlier version has an id of its own, which is not known before there is a newer one. */
  @Override
  public String revisionLink(Item.Page page) {
    return "";
  }

  @Override
  public String link(Item.Attachment file) {
    return Links.file(settings.http().base().toString(), file);
  }

  @Override
  public String anchors() {
    return "title";
  }
}
