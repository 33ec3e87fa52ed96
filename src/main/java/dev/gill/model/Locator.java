package dev.gill.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a quote stands, for a reader who wants to go and look.
 *
 * @param url the original, opened at the position where the link can say so; empty if the source
 *     has no links
 * @param title the document's title
 * @param headings the heading path, outermost first
 * @param columns what the columns of the row there are called, if it is one of a table and not the
 *     first
 * @param position line, page, slide or sheet in the original, where the format has one
 * @param author who wrote this revision; empty if unknown
 * @param modified when this revision was written
 */
public record Locator(
    String url,
    String title,
    List<String> headings,
    List<String> columns,
    Optional<Position> position,
    String author,
    Instant modified) {
  public Locator {
    headings = List.copyOf(headings);
    columns = List.copyOf(columns);
  }

  /**
   * Fills a document's link in for a place in it: {@code {line}}, {@code {page}} and the like
   * become the number, or 1.
   */
  public static Locator of(Origin origin, List<String> headings, Optional<Position> position) {
    String url = origin.link();
    for (Position.Unit unit : Position.Unit.values()) {
      int number = position.filter(p -> p.unit() == unit).map(Position::number).orElse(1);
      url =
          url.replace(
              "{" + unit.name().toLowerCase(java.util.Locale.ROOT) + "}", Integer.toString(number));
    }
    return new Locator(
        url, origin.title(), headings, List.of(), position, origin.author(), origin.modified());
  }

  /** The same, in a row whose columns are called so. */
  public Locator withColumns(List<String> names) {
    return new Locator(url, title, headings, names, position, author, modified);
  }
}
