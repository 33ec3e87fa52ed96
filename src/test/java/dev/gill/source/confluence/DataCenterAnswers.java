package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.confluence.StandInConfluence.Answer;
import dev.gill.source.confluence.StandInConfluence.Asked;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Data Center: {@code rest/api}, and the older JSON-RPC. */
final class DataCenterAnswers implements StandInConfluence.Edition {
  private final StandInConfluence stand;
  private final FirstApi first;

  DataCenterAnswers(StandInConfluence stand) {
    this.stand = stand;
    this.first = new FirstApi(stand, false);
  }

  @Override
  public Answer answer(Asked asked) throws IOException {
    String path = asked.path();
    if (!asked.signedIn() && !path.equals("rest/api/user/current")) {
      boolean open =
          path.matches("rest/api/space/[^/]+") && stand.anonymous.contains(FirstApi.last(path));
      return open ? Answer.of(space(FirstApi.last(path))) : Answer.status(401);
    }
    return switch (path) {
      case "rest/api/user/current" -> first.me(asked);
      case "rest/api/user" -> Answer.of(first.user(asked.param("key").replace("key-", "")));
      case "rest/api/space" -> Answer.of(spaces(asked));
      case "rest/api/content" -> contents(asked);
      case "rest/api/content/search" -> search(asked);
      case "rpc/json-rpc/confluenceservice-v2/getSpacePermissionSets" ->
          Answer.of(sets(StandInConfluence.JSON.readTree(asked.body()).path(0).asText()));
      default -> single(asked, path);
    };
  }

  private Answer single(Asked asked, String path) {
    if (path.matches("rest/api/content/[^/]+")) {
      Stand.Page page = stand.pages.get(FirstApi.last(path));
      return page == null || !page.status().equals("current")
          ? Answer.status(404)
          : stand.failing.contains(page.id())
              ? Answer.status(500)
              : Answer.of(content(page, asked.param("expand")));
    }
    if (path.matches("rest/api/space/[^/]+/permissions")) {
      return stand.dataCenterRest
          ? Answer.of(permissions(FirstApi.part(path, 3)))
          : Answer.status(404);
    }
    if (path.matches("rest/api/group/[^/]+/member")) {
      return first.members(asked, FirstApi.part(path, 3));
    }
    if (path.matches("download/attachments/[^/]+/[^/]+")) {
      return stand.files.values().stream()
          .filter(file -> file.page().equals(FirstApi.part(path, 2)))
          .filter(file -> file.title().equals(FirstApi.last(path)))
          .findFirst()
          .map(file -> new Answer(200, null, file.bytes()))
          .orElse(Answer.status(404));
    }
    return Answer.status(404);
  }

  private static ObjectNode space(String key) {
    return StandInConfluence.JSON
        .createObjectNode()
        .put("key", key)
        .put("name", "Space " + key)
        .put("type", key.startsWith("~") ? "personal" : "global");
  }

  private ObjectNode spaces(Asked asked) {
    List<String> keys =
        stand.spaces.stream()
            .filter(
                key ->
                    asked.param("spaceKey").isEmpty()
                        ? !key.startsWith("~")
                        : FirstApi.values(asked.param("spaceKey")).contains(key))
            .toList();
    return stand.list(asked, keys, DataCenterAnswers::space, "start");
  }

  private Answer contents(Asked asked) {
    String key = asked.param("spaceKey");
    return stand.spaces.contains(key)
        ? Answer.of(
            stand.list(
                asked,
                stand.pages(Set.of(key), Set.of(asked.param("status"))),
                page -> content(page, asked.param("expand")),
                "start"))
        : Answer.status(404);
  }

  private Answer search(Asked asked) {
    List<Object> found = first.search(asked.param("cql"));
    String expand = asked.param("expand");
    boolean fails =
        expand.contains("body.storage")
            && found.stream()
                .anyMatch(each -> each instanceof Stand.Page p && stand.failing.contains(p.id()));
    return fails
        ? Answer.status(500)
        : Answer.of(
            stand.list(
                asked,
                found,
                each ->
                    each instanceof Stand.Page page
                        ? content(page, expand)
                        : file((Stand.File) each, expand),
                "start"));
  }

  private ObjectNode content(Stand.Page page, String expand) {
    ObjectNode node = StandInConfluence.JSON.createObjectNode();
    node.put("id", page.id()).put("type", "page").put("status", page.status());
    node.put("title", page.title());
    if (expand.contains("version")) {
      ObjectNode version = node.putObject("version").put("number", page.version());
      version.put("when", page.at().toString().replace("Z", ".000+00:00"));
      version.set("by", first.user("mira"));
    }
    if (expand.contains("space")) {
      node.set("space", space(page.space()));
    }
    if (expand.contains("ancestors")) {
      ArrayNode ancestors = node.putArray("ancestors");
      for (Stand.Page at = parent(page); at != null; at = parent(at)) {
        ancestors.insertObject(0).put("id", at.id()).put("type", "page");
      }
    }
    if (expand.contains("restrictions.read")) {
      node.putObject("restrictions").set("read", first.restriction(page.id()));
    }
    if (expand.contains("body.storage")) {
      node.putObject("body").putObject("storage").put("value", page.storage());
    }
    return node;
  }

  private Stand.Page parent(Stand.Page page) {
    return page.parent() == null ? null : stand.pages.get(page.parent());
  }

  private ObjectNode file(Stand.File file, String expand) {
    ObjectNode node = StandInConfluence.JSON.createObjectNode();
    node.put("id", file.id()).put("type", "attachment").put("status", "current");
    node.put("title", file.title());
    node.putObject("extensions").put("fileSize", file.bytes().length);
    ObjectNode version = node.putObject("version").put("number", file.version());
    version.put("when", file.at().toString()).set("by", first.user("jonas"));
    if (expand.contains("container")) {
      node.putObject("container").put("id", file.page()).put("type", "page");
    }
    node.putObject("_links")
        .put(
            "download",
            "/download/attachments/%s/%s?version=%d&api=v2"
                .formatted(file.page(), Api.encoded(file.title()), file.version()));
    return node;
  }

  private ArrayNode permissions(String key) {
    ArrayNode all = StandInConfluence.JSON.createArrayNode();
    Stand.Named named = stand.permissions.get(key);
    named.groups().forEach(g -> permission(all, "read").put("type", "group").put("name", g));
    named
        .users()
        .forEach(u -> permission(all, "read").put("type", "user").put("userKey", "key-" + u));
    permission(all, "administer").put("type", "group").put("name", "admins");
    if (stand.anonymous.contains(key)) {
      permission(all, "read").put("type", "anonymous");
    }
    return all;
  }

  private static ObjectNode permission(ArrayNode all, String operation) {
    ObjectNode each = all.addObject();
    each.putObject("operation").put("targetType", "space").put("operationKey", operation);
    return each.putObject("subject");
  }

  private ArrayNode sets(String key) {
    ArrayNode sets = StandInConfluence.JSON.createArrayNode();
    ArrayNode views = sets.addObject().put("type", "VIEWSPACE").putArray("spacePermissions");
    Stand.Named named = stand.permissions.get(key);
    named.groups().forEach(g -> views.addObject().putNull("userName").put("groupName", g));
    named.users().forEach(u -> views.addObject().put("userName", u).putNull("groupName"));
    if (stand.anonymous.contains(key)) {
      views.addObject().putNull("userName").putNull("groupName");
    }
    sets.addObject()
        .put("type", "EDITSPACE")
        .putArray("spacePermissions")
        .addObject()
        .putNull("userName")
        .put("groupName", "admins");
    return sets;
  }
}
