package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gill.index.DocHead;
import dev.gill.model.DocId;
import dev.gill.model.Locator;
import dev.gill.surface.Links;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document, and where in it.
 *
 * @param id as {@code read_document} takes it
 * @param uri as a resource
 * @param link where a person can open it
 * @param modified when it was written, in UTC
 * @param dated what that date is known by, such as {@code revision} or {@code verified}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DocumentView(
    String id,
    String uri,
    String title,
    String link,
    List<String> headings,
    String author,
    String modified,
    String dated) {
  /** Characters of a day such as 2026-01-31. */
  private static final int DAY = 10;

  static DocumentView of(DocId doc, Locator where, URI here) {
    return new DocumentView(
        doc.toString(),
        DocumentUri.of(doc),
        where.title(),
        Links.web(where.url()).orElseGet(() -> here.resolve(Links.document(doc)).toString()),
        where.headings(),
        where.author(),
        where.modified().toString(),
        where.dated().name().toLowerCase(Locale.ROOT));
  }

  static DocumentView of(DocHead head, URI here) {
    return of(head.id(), Locator.of(head.origin(), List.of(), Optional.empty()), here);
  }

  /** On one line. */
  String line() {
    StringBuilder line = new StringBuilder(title);
    headings.stream()
        .filter(each -> !each.equals(title))
        .forEach(h -> line.append(" › ").append(h));
    if (!author.isBlank()) {
      line.append(", ").append(author);
    }
    return line.append(", ").append(modified, 0, DAY).toString();
  }
}
