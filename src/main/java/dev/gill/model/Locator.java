package dev.gill.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a quote stands, for a reader who wants to go and look.
 *
 * @param url the original, opened at the place where the link can say so; empty if the source has
 *     no links
 * @param title the document's title
 * @param headings the heading path, outermost first
 * @param columns what the columns of the row there are called, if it is one of a table and not the
 *     first
 * @param place where it stands in the original, where the format has places
 * @param author who wrote it: the message's author, or this revision's; empty if unknown
 * @param modified when it was written: the message, or this revision
 * @param dated how that is known
 * @param revisionUrl the revision that was quoted, opened at the place, also once there is a newer
 *     one; empty if the source shows no earlier ones
 */
public record Locator(
    String url,
    String title,
    List<String> headings,
    List<String> columns,
    Optional<Place> place,
    String author,
    Instant modified,
    Dated dated,
    String revisionUrl) {
  public Locator {
    headings = List.copyOf(headings);
    columns = List.copyOf(columns);
  }

  /**
   * Fills a document's link in for a place in it: {@code {line}}, {@code {page}} and the like
   * become the number, or 1; {@code {sheet}} the sheet's name, or 1; a section is led to by its id.
   * A message has a link, an author and a time of its own.
   */
  public static Locator of(Origin origin, List<String> headings, Optional<Place> place) {
    if (place.orElse(null) instanceof Place.Message(String link, String author, Instant at)) {
      return new Locator(
          link.isEmpty() ? origin.link() : link,
          origin.title(),
          headings,
          List.of(),
          place,
          author.isEmpty() ? origin.author() : author,
          at,
          Dated.MESSAGE,
          "");
    }
    return new Locator(
        link(origin.link(), place),
        origin.title(),
        headings,
        List.of(),
        place,
        origin.author(),
        origin.modified(),
        origin.dated(),
        link(origin.revisionLink(), place));
  }

  private static String link(String link, Optional<Place> place) {
    String line = "1";
    String page = "1";
    String slide = "1";
    String sheet = "1";
    String row = "1";
    String section = "";
    switch (place.orElse(null)) {
      case Place.Line(int number) -> line = Integer.toString(number);
      case Place.Page(int number) -> page = Integer.toString(number);
      case Place.Slide(int number) -> slide = Integer.toString(number);
      case Place.Row(int number, String name, int at) -> {
        sheet = name.isEmpty() ? Integer.toString(number) : encoded(name);
        row = Integer.toString(at);
      }
      case Place.Section(String id) -> section = encoded(id);
      case Place.Message message -> {}
      case null -> {}
    }
    String filled =
        link.replace("{line}", line)
            .replace("{page}", page)
            .replace("{slide}", slide)
            .replace("{sheet}", sheet)
            .replace("{row}", row);
    boolean leads = !section.isEmpty() && !filled.isEmpty() && filled.indexOf('#') < 0;
    return leads ? filled + "#" + section : filled;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The same, in a row whose columns are called so. */
  public Locator withColumns(List<String> names) {
    return new Locator(url, title, headings, names, place, author, modified, dated, revisionUrl);
  }
}
