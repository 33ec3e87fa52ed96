package dev.gill.source.confluence;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Seen;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Reads pages. */
final class PageReader {
  /** What a reader of the text sees nothing of. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?s)<ac:parameter\\b[^>]*+>.*?</ac:parameter>|<!\\[CDATA\\[|\\]\\]>|<[^>]*>");

  private final ConfluenceSettings settings;
  private final Edition edition;
  private final Site site;
  private final Bodies bodies;
  private final Transclusions transclusions;

  PageReader(
      ConfluenceSettings settings,
      Edition edition,
      Site site,
      Bodies bodies,
      Transclusions transclusions) {
    this.settings = settings;
    this.edition = edition;
    this.site = site;
    this.bodies = bodies;
    this.transclusions = transclusions;
  }

  /** Reads one that is in hand. */
  Seen read(Listed listed) throws SourceException, InterruptedException {
    if (bodies.failed(listed.key())) {
      Item.Page page = site.pages().get(listed.key());
      return new Seen.Unreadable(
          "Confluence fails when it is asked for the page %s: open it there, and look at Confluence's log."
              .formatted(page == null ? listed.key() : "“" + page.title() + "”"));
    }
    Optional<Body> body = bodies.take(listed.key());
    if (body.isEmpty()) {
      site.gone(listed.key());
      return new Seen.Gone();
    }
    String filled = transclusions.filled(body.get());
    if (UNSEEN.matcher(filled).replaceAll(" ").isBlank()) {
      site.saysNothing(body.get().page());
      return new Seen.Gone();
    }
    return new Seen.Whole(change(listed, body.get().page(), filled));
  }

  private Change.Upserted change(Listed listed, Item.Page page, String storage) {
    String text = Mentions.named(storage, bodies::name) + about(page);
    String author = edition.restrictionsApart() ? bodies.name(page.author()) : page.author();
    return new Change.Upserted(
        new DocId(settings.id(), page.id()),
        page.version() + "-" + digest(text),
        new Origin(edition.link(page), page.title(), author, page.modified())
            .withRevisionLink(edition.revisionLink(page)),
        listed.scope(),
        new Content.File(
            "application/x-confluence-storage",
            page.title(),
            text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the parser cannot know from the text: how headings are led to. */
  private String about(Item.Page page) {
    return "<ac:page ac:anchors=\"%s\" ac:title=\"%s\"/>"
        .formatted(edition.anchors(), Entities.escape(page.title()).replace("\"", "&quot;"));
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
