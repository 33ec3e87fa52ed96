package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.confluence.StandInConfluence.Answer;
import dev.gill.source.confluence.StandInConfluence.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cloud: {@code api/v2}, and what of {@code rest/api} is still there. */
final class CloudAnswers implements StandInConfluence.Edition {
  private final StandInConfluence stand;
  private final FirstApi first;

  CloudAnswers(StandInConfluence stand) {
    this.stand = stand;
    this.first = new FirstApi(stand, true);
  }

  @Override
  public Answer answer(Asked asked) throws IOException {
    String path = asked.path();
    if (!asked.signedIn() && !path.equals("rest/api/user/current")) {
      boolean open = path.startsWith("api/v2/spaces/") && stand.anonymous.contains(key(path));
      return open ? Answer.of(space(key(path))) : Answer.status(401);
    }
    return switch (path) {
      case "rest/api/user/current" -> first.me(asked);
      case "rest/api/content/search" ->
          Answer.of(stand.list(asked, first.search(asked.param("cql")), this::found, "start"));
      case "rest/api/group" ->
          Answer.of(stand.list(asked, List.copyOf(stand.groups.keySet()), first::group, "start"));
      case "api/v2/spaces" -> Answer.of(spaces(asked));
      case "api/v2/pages" -> pages(asked);
      case "api/v2/attachments" ->
          Answer.of(
              stand.list(asked, Stand.latest(stand.files(), Stand.File::at), this::file, "cursor"));
      case "api/v2/users-bulk" -> Answer.of(users(asked.body()));
      default -> single(asked, path);
    };
  }

  private Answer single(Asked asked, String path) {
    if (path.matches("api/v2/pages/[^/]+")) {
      Stand.Page page = stand.pages.get(FirstApi.last(path));
      return page == null
          ? Answer.status(404)
          : stand.failing.contains(page.id())
              ? Answer.status(500)
              : Answer.of(page(page, asked.param("body-format").equals("storage")));
    }
    if (path.matches("api/v2/folders/[^/]+")) {
      Stand.Folder folder = stand.folders.get(FirstApi.last(path));
      return folder == null ? Answer.status(404) : Answer.of(folder(folder));
    }
    if (path.matches("api/v2/spaces/[^/]+/permissions")) {
      return stand.hidden.contains(key(path))
          ? Answer.status(403)
          : Answer.of(
              stand.list(asked, permissions(FirstApi.part(path, 3)), each -> each, "cursor"));
    }
    if (path.matches("rest/api/content/[^/]+/restriction/byOperation/read")) {
      String id = FirstApi.part(path, 3);
      boolean there = stand.pages.containsKey(id) || stand.folders.containsKey(id);
      return there ? Answer.of(first.restriction(id)) : Answer.status(404);
    }
    if (path.matches("rest/api/group/[^/]+/membersByGroupId")) {
      return first.members(asked, FirstApi.part(path, 3).replace("uuid-", ""));
    }
    if (path.matches("rest/api/content/[^/]+/child/attachment/[^/]+/download")) {
      Stand.File file = stand.files.get(FirstApi.part(path, 6));
      return file == null ? Answer.status(404) : new Answer(200, null, file.bytes());
    }
    return Answer.status(404);
  }

  private static String key(String path) {
    return FirstApi.part(path, 3).replace("number-", "");
  }

  private ObjectNode space(String key) {
    return StandInConfluence.JSON
        .createObjectNode()
        .put("id", "number-" + key)
        .put("key", key)
        .put("name", "Space " + key)
        .put("type", key.startsWith("~") ? "personal" : "global")
        .put("status", "current");
  }

  private ObjectNode spaces(Asked asked) {
    List<String> keys =
        stand.spaces.stream()
            .filter(
                key ->
                    asked.param("keys").isEmpty()
                        || FirstApi.values(asked.param("keys")).contains(key))
            .toList();
    return stand.list(asked, keys, this::space, "cursor");
  }

  private Answer pages(Asked asked) {
    boolean storage = asked.param("body-format").equals("storage");
    List<String> ids = FirstApi.values(asked.param("id"));
    if (storage && ids.stream().anyMatch(stand.failing::contains)) {
      return Answer.status(500);
    }
    Set<String> spaces = new java.util.HashSet<>();
    if (!asked.param("space-id").isEmpty()) {
      FirstApi.values(asked.param("space-id")).forEach(id -> spaces.add(id.replace("number-", "")));
    }
    List<Stand.Page> found =
        new ArrayList<>(stand.pages(spaces, Set.copyOf(FirstApi.values(asked.param("status")))));
    if (!asked.param("id").isEmpty()) {
      found.removeIf(page -> !ids.contains(page.id()));
    }
    boolean sorted = asked.param("sort").equals("-modified-date");
    found.removeIf(page -> sorted && stand.unlisted.contains(page.id()));
    return Answer.of(
        stand.list(
            asked,
            sorted ? Stand.latest(found, Stand.Page::at) : found,
            page -> page(page, storage),
            "cursor"));
  }

  private ObjectNode page(Stand.Page page, boolean storage) {
    ObjectNode node = StandInConfluence.JSON.createObjectNode();
    node.put("id", page.id()).put("status", page.status()).put("title", page.title());
    node.put("spaceId", "number-" + page.space()).put("authorId", "id-mira");
    node.put("parentId", page.parent()).put("parentType", page.parentType());
    node.putObject("version")
        .put("number", page.version())
        .put("createdAt", page.at().toString())
        .put("minorEdit", false)
        .put("authorId", "id-mira");
    ObjectNode body = node.putObject("body");
    if (storage) {
      body.putObject("storage").put("representation", "storage").put("value", page.storage());
    }
    node.putObject("_links")
        .put("webui", "/spaces/%s/pages/%s/x".formatted(page.space(), page.id()));
    return node;
  }

  private static ObjectNode folder(Stand.Folder folder) {
    return StandInConfluence.JSON
        .createObjectNode()
        .put("id", folder.id())
        .put("type", folder.type())
        .put("parentId", folder.parent())
        .put("parentType", folder.parentType());
  }

  private ObjectNode file(Stand.File file) {
    ObjectNode node = StandInConfluence.JSON.createObjectNode();
    node.put("id", file.id()).put("status", "current").put("title", file.title());
    node.put("pageId", file.page()).put("fileSize", file.bytes().length);
    node.put("downloadLink", "/download/attachments/%s/x".formatted(file.page()));
    node.putObject("version")
        .put("number", file.version())
        .put("createdAt", file.at().toString())
        .put("authorId", "id-jonas");
    return node;
  }

  private ObjectNode found(Object content) {
    ObjectNode node = StandInConfluence.JSON.createObjectNode();
    if (content instanceof Stand.Page page) {
      node.put("id", page.id()).put("type", "page").put("status", "current");
      node.putObject("restrictions").set("read", first.restriction(page.id()));
    }
    return node;
  }

  private List<ObjectNode> permissions(String space) {
    String key = space.replace("number-", "");
    List<ObjectNode> all = new ArrayList<>();
    Stand.Named named = stand.permissions.get(key);
    named.groups().forEach(group -> all.add(permission("group", "uuid-" + group, "read")));
    named.users().forEach(user -> all.add(permission("user", "id-" + user, "read")));
    all.add(permission("group", "uuid-admins", "administer"));
    if (stand.anonymous.contains(key)) {
      all.add(permission("role", "anonymous", "read"));
    }
    return all;
  }

  private static ObjectNode permission(String type, String id, String operation) {
    ObjectNode each = StandInConfluence.JSON.createObjectNode().put("id", id + operation);
    each.putObject("principal").put("type", type).put("id", id);
    each.putObject("operation").put("key", operation).put("targetType", "space");
    return each;
  }

  private ObjectNode users(String body) throws IOException {
    ObjectNode answer = StandInConfluence.JSON.createObjectNode();
    ArrayNode results = answer.putArray("results");
    for (JsonNode id : StandInConfluence.JSON.readTree(body).path("accountIds")) {
      results.add(first.user(id.asText().replace("id-", "")));
    }
    return answer;
  }
}
