package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks who may read pages that a list of changes names, since such a list says nothing of it. */
final class NewRights {
  /** So many pages' restrictions are asked for one by one, which needs no index. */
  private static final int ALONE = 10;

  private static final int DEEPEST = 40;

  private final Edition edition;
  private final Site site;

  NewRights(Edition edition, Site site) {
    this.edition = edition;
    this.site = site;
  }

  /** Asks for the rights of pages that are new, or of which something is news. */
  void of(List<Item.Page> news) throws SourceException, InterruptedException {
    for (Item.Page page : news) {
      holder(page.parent());
    }
    if (edition.restrictionsApart() && !news.isEmpty()) {
      restrictions(news.stream().map(Item.Page::id).distinct().toList());
    }
  }

  /** What a page hangs on that is no page, as far up as nothing is known of it. */
  private void holder(Optional<Item.Parent> parent) throws SourceException, InterruptedException {
    Optional<Item.Parent> at = parent;
    for (int i = 0; i < DEEPEST; i++) {
      if (at.isEmpty() || at.get().page() || site.holder(at.get().id()).isPresent()) {
        return;
      }
      Optional<Item.Holder> found = edition.holder(at.get());
      if (found.isPresent()) {
        site.take(found.get());
        site.restriction(found.get().id(), edition.restriction(found.get().id()));
      }
      at = found.flatMap(Item.Holder::parent);
    }
  }

  private void restrictions(List<String> ids) throws SourceException, InterruptedException {
    Map<String, Readers> found =
        ids.size() > ALONE ? Map.copyOf(edition.restrictions(ids)) : Map.of();
    for (String id : ids) {
      site.restriction(
          id, found.containsKey(id) ? Optional.of(found.get(id)) : edition.restriction(id));
    }
  }
}
