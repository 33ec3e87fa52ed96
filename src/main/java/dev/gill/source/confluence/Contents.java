package dev.gill.source.confluence;

import dev.gill.model.PassedOver;
import dev.gill.model.Scope;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.Verdict;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which pages and attachments are documents, and why other files are not. */
final class Contents {
  private final ConfluenceSettings settings;
  private final Site site;
  private final Scopes scopes;
  private final Transclusions transclusions;
  private final PathFilter filter;

  Contents(
      ConfluenceSettings settings,
      Site site,
      Scopes scopes,
      Transclusions transclusions,
      Predicate<String> readable) {
    this.settings = settings;
    this.site = site;
    this.scopes = scopes;
    this.transclusions = transclusions;
    this.filter = new PathFilter(List.of(), List.of(), readable);
  }

  /** What there is at the moment. */
  record Chosen(Listing listing, List<PassedOver> passedOver) {}

  Chosen chosen() {
    Map<String, Scope> known = new HashMap<>();
    TreeMap<String, Listed> listed = new TreeMap<>();
    Map<String, Item.Page> titles = transclusions.titles();
    for (Item.Page page : site.pages().values()) {
      Optional<Scope> scope = scopes.of(page);
      scope.ifPresent(s -> known.put(page.id(), s));
      if (scope.isPresent() && !site.saysNothing(page.id())) {
        String mark =
            "%d %s%s".formatted(page.version(), page.space(), transclusions.mark(page, titles));
        listed.put(page.id(), new Listed(page.id(), scope.get(), mark, 0));
      }
    }
    Map<Scope, PassedOverTally> tallies = new TreeMap<>();
    for (Item.Attachment file : site.files().values()) {
      Scope scope = known.get(file.page());
      if (scope != null) {
        switch (filter.file(name(file))) {
          case Verdict.Taken taken -> listed.put(file.id(), listed(file, scope));
          case Verdict.PassedOver passed ->
              tallies
                  .computeIfAbsent(scope, s -> new PassedOverTally(settings.id(), s))
                  .add(passed, name(file));
          case Verdict.Ignored ignored -> {}
        }
      }
    }
    Set<Scope> all = new HashSet<>(known.values());
    return new Chosen(
        new Listing(listed, all, Set.of()),
        tallies.values().stream().flatMap(tally -> tally.groups().stream()).toList());
  }

  private static Listed listed(Item.Attachment file, Scope scope) {
    return new Listed(
        file.id(), scope, "%d %s".formatted(file.version(), file.title()), file.size());
  }

  /** A file's name is no path. */
  private static String name(Item.Attachment file) {
    return file.title().replace('/', '_');
  }
}
