package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what Data Center writes. */
record DataCenterItems(V1 v1) {
  /** The items of a list's part. */
  Part<Item> items(JsonNode part) {
    List<Item> items = new ArrayList<>();
    part.path("results").forEach(content -> items.add(item(content)));
    return new Part<>(items, Api.next(part));
  }

  private Item item(JsonNode content) {
    return content.path("status").asText().equals("trashed")
        ? new Item.Trashed(content.path("id").asText())
        : content.path("type").asText().equals("attachment") ? file(content) : page(content);
  }

  Item.Page page(JsonNode page) {
    JsonNode ancestors = page.path("ancestors");
    JsonNode above = ancestors.path(ancestors.size() - 1).path("id");
    return new Item.Page(
        page.path("id").asText(),
        page.path("space").path("key").asText(),
        page.path("title").asText(),
        Optional.of(above.asText())
            .filter(id -> !id.isEmpty())
            .map(id -> new Item.Parent(id, "page")),
        V1.version(page),
        V1.time(page.path("version").path("when").asText()),
        author(page),
        v1.readers(page));
  }

  private Item.Attachment file(JsonNode file) {
    return new Item.Attachment(
        file.path("id").asText(),
        file.path("container").path("id").asText(),
        file.path("title").asText(),
        V1.version(file),
        file.path("extensions").path("fileSize").asLong(),
        V1.time(file.path("version").path("when").asText()),
        author(file),
        file.path("_links").path("download").asText().replaceFirst("^/+", ""));
  }

  private static String author(JsonNode content) {
    return content.path("version").path("by").path("displayName").asText();
  }

  /** A page with its text. */
  Body whole(JsonNode page) {
    return new Body(page(page), page.path("body").path("storage").path("value").asText());
  }
}
