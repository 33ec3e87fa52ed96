package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads pages: their blocks, the names of those whom they mention, and tables that they show. */
final class Pages {
  private static final int MOST_TABLES = 20;

  private final LarkSettings settings;
  private final LarkApi api;
  private final Users users;
  private final Catalogue catalogue;
  private final Tables tables;

  /**
   * A page.
   *
   * @param blank whether it says nothing
   */
  record Read(ObjectNode json, String revision, boolean blank) {}

  Pages(LarkSettings settings, LarkApi api, Users users, Catalogue catalogue, Tables tables) {
    this.settings = settings;
    this.api = api;
    this.users = users;
    this.catalogue = catalogue;
    this.tables = tables;
  }

  Read read(Node node) throws SourceException, LarkException, InterruptedException {
    String token = node.object().token();
    String revision =
        api.get(Paths.of("docx/v1/documents/{}", token))
            .path("document")
            .path("revision_id")
            .asText();
    List<JsonNode> blocks =
        api.all(
            Paths.of("docx/v1/documents/{}/blocks", token),
            Map.of("page_size", "500", "document_revision_id", "-1"),
            "items");
    ObjectNode json = LarkApi.JSON.createObjectNode();
    json.put("kind", "docx").put("zone", settings.zone().toString());
    json.putArray("blocks").addAll(blocks);
    ObjectNode embedded = json.putObject("embedded");
    catalogue.embeds(node, embed(blocks, embedded));
    names(blocks, json.putObject("names"));
    String more =
        embedded.isEmpty()
            ? ""
            : "-" + Digest.of(embedded.toString().getBytes(StandardCharsets.UTF_8));
    return new Read(json, revision + more, blank(blocks));
  }

  /** Reads the tables that the page shows. Returns in which documents they lie. */
  private Set<ObjectId> embed(List<JsonNode> blocks, ObjectNode embedded)
      throws SourceException, InterruptedException {
    Set<ObjectId> shown = new HashSet<>();
    for (JsonNode block : blocks) {
      for (String type : List.of("sheet", "bitable")) {
        String token = block.path(type).path("token").asText();
        int cut = token.lastIndexOf('_');
        if (cut > 0 && shown.size() < MOST_TABLES && !embedded.has(token)) {
          ObjectId object = new ObjectId(type, token.substring(0, cut));
          shown.add(object);
          Optional<ObjectNode> table = tables.shown(object, token.substring(cut + 1));
          table.ifPresent(found -> embedded.set(token, found));
        }
      }
    }
    return shown;
  }

  private void names(List<JsonNode> blocks, ObjectNode names)
      throws SourceException, InterruptedException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode block : blocks) {
      block.findValues("mention_user").forEach(each -> ids.add(each.path("user_id").asText()));
    }
    users.learn(ids);
    Map<String, String> known = new TreeMap<>();
    ids.forEach(id -> known.put(id, users.name(id)));
    known.values().removeIf(String::isEmpty);
    known.forEach(names::put);
  }

  /** A page without a word, as a new one is, is none yet. */
  private static boolean blank(List<JsonNode> blocks) {
    return blocks.stream()
        .filter(block -> !block.has("page"))
        .allMatch(
            block ->
                block.findValues("elements").stream()
                        .allMatch(elements -> elements.valueStream().allMatch(Pages::blank))
                    && !block.has("table")
                    && List.of("sheet", "bitable", "image", "file", "link_preview").stream()
                        .noneMatch(block::has));
  }

  private static boolean blank(JsonNode element) {
    return element.path("text_run").path("content").asText().isBlank()
        && !element.has("mention_user")
        && !element.has("mention_doc")
        && !element.has("equation");
  }
}
