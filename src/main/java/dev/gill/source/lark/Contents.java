package dev.gill.source.lark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads documents, each as the parser wants it. */
final class Contents {
  static final String TYPE = "application/vnd.lark+json";

  private final LarkSettings settings;
  private final LarkApi api;
  private final Metas metas;
  private final Users users;
  private final Access access;
  private final Pages pages;
  private final Tables tables;
  private final Records records;

  Contents(
      LarkSettings settings,
      LarkApi api,
      Metas metas,
      Users users,
      Access access,
      Catalogue catalogue,
      Extras extras) {
    this.settings = settings;
    this.api = api;
    this.metas = metas;
    this.users = users;
    this.access = access;
    this.tables = new Tables(settings, api);
    this.pages = new Pages(settings, api, users, catalogue, tables);
    this.records = new Records(settings, api, users, access, extras);
  }

  /** What it holds now, once it is known who may read it. */
  Seen read(Item item, Listed listed) throws SourceException, InterruptedException {
    try {
      return switch (item) {
        case Item.Page(Node node) -> page(node, listed);
        case Item.Table(Node node, Part part) -> table(node, part, listed);
        case Item.Minutes(String token) -> {
          access.learn(item.shared());
          yield records.minutes(token, listed);
        }
        case Item.Approval(String instance) -> records.approval(instance, listed);
      };
    } catch (LarkException e) {
      return e.gone() ? new Seen.Gone() : new Seen.Unreadable(closed(e));
    } catch (SourceException.Broken e) {
      answers(); // if nothing is answered, it is not this document
      return new Seen.Unreadable(
          "Lark fails when it is asked for this document, or sends more than Gill reads: open it"
              + " there, and split it if it is large.");
    }
  }

  /** Throws if the platform does not answer at all. */
  private void answers() throws SourceException, InterruptedException {
    try {
      api.get(Paths.of("wiki/v2/spaces"), Map.of("page_size", "1"));
    } catch (LarkException e) {
      // It answers.
    }
  }

  private static String closed(LarkException e) {
    return e.scopeMissing()
        ? "The app lacks a scope to read this document: grant %s (Permissions & Scopes) and publish a version."
            .formatted(Refusals.wanted(e, "the scopes that docs/sources/lark.md names"))
        : "Lark does not let the app read this document (code %d): share the document, or the page above it, with the app."
            .formatted(e.code());
  }

  private Seen page(Node node, Listed listed)
      throws SourceException, LarkException, InterruptedException {
    access.learn(new Item.Page(node).shared());
    if (node.object().type().equals("file")) {
      byte[] bytes =
          api.file(Paths.of("drive/v1/files/{}/download", node.object().token()), Map.of());
      return bytes.length == 0
          ? new Seen.Gone()
          : whole(node, "", listed, "", Digest.of(bytes), Content.file(title(node), bytes));
    }
    Pages.Read read = pages.read(node);
    return read.blank()
        ? new Seen.Gone()
        : whole(node, "", listed, "", read.revision(), content(node.token(), read.json()));
  }

  private Seen table(Node node, Part part, Listed listed)
      throws SourceException, LarkException, InterruptedException {
    access.learn(new Item.Table(node, part).shared());
    ObjectNode json = tables.read(node.object(), part);
    boolean sheet = node.object().type().equals("sheet");
    if (json.path("records").isEmpty() && json.path("rows").isEmpty()) {
      return new Seen.Gone();
    }
    String query = sheet ? "?sheet=" + part.id() + "&range=A{row}" : "?table=" + part.id();
    Content content = content(listed.key(), json);
    String revision =
        (part.revision().isEmpty() ? "" : part.revision() + "-")
            + Digest.of(((Content.File) content).bytes());
    return whole(node, part.title(), listed, query, revision, content);
  }

  static Content content(String name, ObjectNode json) {
    return new Content.File(TYPE, name, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Seen whole(
      Node node, String part, Listed listed, String query, String revision, Content content)
      throws SourceException, InterruptedException {
    Meta meta = metas.of(node.object()).orElse(Meta.CLOSED);
    users.learn(List.of(meta.editor()));
    String title = title(node);
    return new Seen.Whole(
        new Change.Upserted(
            new DocId(settings.id(), listed.key()),
            revision,
            new Origin(
                link(meta.url(), node.token()) + query,
                part.isEmpty() || part.equals(title) ? title : title + " – " + part,
                users.name(meta.editor()),
                Instant.ofEpochSecond(Math.max(0, meta.edited()))),
            listed.scope(),
            content));
  }

  private String title(Node node) {
    String title = metas.of(node.object()).map(Meta::title).orElse("");
    return title.isBlank() ? node.title() : title;
  }

  /** The page in its wiki, on the organization's own host, which the document's address names. */
  private static String link(String url, String token) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null
          ? ""
          : "%s://%s/wiki/%s".formatted(uri.getScheme(), uri.getRawAuthority(), token);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
