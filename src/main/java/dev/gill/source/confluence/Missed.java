package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages that the list of what was changed last would name if they were still where they were. Each
 * is asked for by itself, so what is put into the trash soon after it was written goes with the
 * next look.
 */
final class Missed {
  /** Where more are missing the list is not what it seems, or a round has to see to it. */
  private static final int MOST = 10;

  private final Edition edition;
  private final Site site;

  /** The versions of pages that have been asked for, since such a list may go on without them. */
  private final Map<String, Integer> asked = new HashMap<>();

  Missed(Edition edition, Site site) {
    this.edition = edition;
    this.site = site;
  }

  /**
   * Asks for those that are missing.
   *
   * @param named the contents that the list names
   * @param since it names all that were changed after this moment
   * @return pages that are there and of which something is news
   */
  List<Item.Page> among(Set<String> named, Instant since)
      throws SourceException, InterruptedException {
    List<Item.Page> missing =
        site.pages().values().stream()
            .filter(page -> page.modified().isAfter(since) && !named.contains(page.id()))
            .filter(page -> !Integer.valueOf(page.version()).equals(asked.get(page.id())))
            .toList();
    List<Item.Page> news = new ArrayList<>();
    for (Item.Page page : missing.size() > MOST ? List.<Item.Page>of() : missing) {
      ask(page.id()).ifPresent(news::add);
      asked.put(page.id(), page.version());
    }
    return news;
  }

  private Optional<Item.Page> ask(String id) throws SourceException, InterruptedException {
    try {
      Optional<Item.Page> now = edition.page(id);
      if (now.isEmpty()) {
        site.gone(id);
      }
      return now.filter(site::take);
    } catch (SourceException.Broken e) {
      return Optional.empty(); // a page that Confluence fails at stops no look
    }
  }
}
