package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what Cloud's second REST API writes.
 *
 * @param spaces by their numbers; a page of any other is of none
 */
record CloudItems(Map<String, Space> spaces) {
  /** The items of a list's part. */
  static Part<Item> items(JsonNode part, Function<JsonNode, Item> read) {
    List<Item> items = new ArrayList<>();
    part.path("results").forEach(content -> items.add(read.apply(content)));
    return new Part<>(items, Api.next(part));
  }

  /** A page, or what is left of one in the trash. */
  Item item(JsonNode page) {
    return page.path("status").asText().equals("trashed")
        ? new Item.Trashed(page.path("id").asText())
        : page(page);
  }

  Item.Page page(JsonNode page) {
    Space space = spaces.get(page.path("spaceId").asText());
    JsonNode version = page.path("version");
    return new Item.Page(
        page.path("id").asText(),
        space == null ? "" : space.key(),
        page.path("title").asText(),
        parent(page),
        V1.version(page),
        V1.time(version.path("createdAt").asText()),
        version.path("authorId").asText(),
        Optional.empty());
  }

  static Optional<Item.Parent> parent(JsonNode content) {
    return content.hasNonNull("parentId")
        ? Optional.of(
            new Item.Parent(
                content.path("parentId").asText(), content.path("parentType").asText("page")))
        : Optional.empty();
  }

  static Item file(JsonNode file) {
    String id = file.path("id").asText();
    String page = file.path("pageId").asText();
    return new Item.Attachment(
        id,
        page,
        file.path("title").asText(),
        V1.version(file),
        file.path("fileSize").asLong(),
        V1.time(file.path("version").path("createdAt").asText()),
        file.path("version").path("authorId").asText(),
        "rest/api/content/%s/child/attachment/%s/download"
            .formatted(Api.encoded(page), Api.encoded(id)));
  }

  /** A page with its text. */
  Body whole(JsonNode page) {
    return new Body(page(page), page.path("body").path("storage").path("value").asText());
  }
}
