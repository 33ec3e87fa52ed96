package dev.gill.source.lark;

import dev.gill.model.PassedOver;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps the list of documents in step, look by look. */
final class Watch implements Swept {
  /** How many requests a look spends on the trees. */
  private static final int WALK = 10;

  private final LarkSettings settings;
  private final Tree tree;
  private final Metas metas;
  private final Extras extras;
  private final Access access;
  private final Catalogue catalogue;
  private final Contents contents;
  private final BooleanSupplier due;
  private Optional<Listing> listing = Optional.empty();
  private Instant walked = Instant.MIN;
  private boolean stale = true;
  private boolean changed;
  private Map<String, String> parents = Map.of();

  Watch(
      LarkSettings settings,
      HostClient client,
      Predicate<String> readable,
      InstantSource clock,
      BooleanSupplier due) {
    LarkApi api = new LarkApi(settings.app(), client, clock);
    Users users = new Users(api, settings.id().name());
    this.settings = settings;
    this.due = due;
    this.tree = new Tree(settings, api);
    this.metas = new Metas(api);
    this.extras = new Extras(settings, api);
    this.access =
        new Access(
            settings,
            new Readers(api),
            new Members(api, users, tree, settings.membersEvery(), clock));
    this.catalogue = new Catalogue(settings, tree, metas, new Parts(api), extras, access, readable);
    this.contents = new Contents(settings, api, metas, users, access, catalogue, extras);
  }

  Access access() {
    return access;
  }

  List<PassedOver> passedOver() {
    return catalogue.passedOver();
  }

  /** Finds out what has changed; all of it the first time, a part of it from then on. */
  void look(Instant now) throws SourceException, InterruptedException {
    boolean first = listing.isEmpty();
    if (first || tree.underWay() || !now.isBefore(walked.plus(settings.sweepEvery()))) {
      walked = tree.underWay() ? walked : now;
      do {
        stale |= tree.walk(WALK);
      } while (first && tree.underWay());
    }
    stale |= extras.look(now);
    metas.follow(catalogue.objects());
    stale |= metas.look();
    if (stale) {
      listing = Optional.of(catalogue.list());
      moved();
      stale = false;
      changed = !first;
    }
    if (!first) {
      access.refresh(catalogue.shared());
    }
  }

  /** A page that was moved may have other readers, and so may all below it. */
  private void moved() {
    Map<String, String> now = new HashMap<>();
    tree.nodes()
        .values()
        .forEach(node -> now.put(node.token(), node.space() + "/" + node.parent()));
    Set<String> moved =
        now.keySet().stream()
            .filter(token -> !parents.getOrDefault(token, now.get(token)).equals(now.get(token)))
            .collect(Collectors.toSet());
    if (!moved.isEmpty()) {
      tree.nodes().values().stream()
          .filter(node -> tree.above(node).anyMatch(moved::contains))
          .forEach(node -> access.doubt(new Readers.Shared("wiki", node.token())));
    }
    parents = now;
  }

  @Override
  public Listing list() {
    changed = false;
    return listing.orElseThrow();
  }

  @Override
  public boolean changed() {
    return changed;
  }

  /** A long pass is cut into short pages, so that it is looked at in between. */
  @Override
  public boolean enough() {
    return due.getAsBoolean();
  }

  @Override
  public Seen read(Listed document) throws SourceException, InterruptedException {
    Optional<Item> item = catalogue.item(document.key());
    return item.isEmpty() ? new Seen.Gone() : contents.read(item.get(), document);
  }
}
