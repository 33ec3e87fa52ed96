package dev.gill.source.lark;

import dev.gill.model.PassedOver;
import dev.gill.model.Scope;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
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
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes the list of documents of what is known of nodes, edits and parts. */
final class Catalogue {
  private static final long UNKNOWN_SIZE = -1;
  private static final Set<String> READ = Set.of("docx", "bitable", "sheet", "file");
  private static final Verdict OTHER =
      new Verdict.PassedOver(
          PassedOver.Reason.FORMAT,
          "",
          "Gill does not read this kind of document (mind notes, boards, slides and documents of"
              + " the old editor): keep what it says in a page.");

  private final LarkSettings settings;
  private final Tree tree;
  private final Metas metas;
  private final Parts parts;
  private final Extras extras;
  private final Access access;
  private final PathFilter files;
  private final Map<String, Set<ObjectId>> embedded = new HashMap<>();
  private final Map<String, Item> items = new HashMap<>();
  private List<PassedOver> passedOver = List.of();

  Catalogue(
      LarkSettings settings,
      Tree tree,
      Metas metas,
      Parts parts,
      Extras extras,
      Access access,
      Predicate<String> readable) {
    this.settings = settings;
    this.tree = tree;
    this.metas = metas;
    this.parts = parts;
    this.extras = extras;
    this.access = access;
    this.files = new PathFilter(List.of(), List.of(), readable);
  }

  List<PassedOver> passedOver() {
    return passedOver;
  }

  Optional<Item> item(String key) {
    return Optional.ofNullable(items.get(key));
  }

  /** All that is shared, by which it is asked who may read it. */
  TreeSet<Readers.Shared> shared() {
    TreeSet<Readers.Shared> shared = new TreeSet<>();
    items.values().forEach(item -> shared.add(item.shared()));
    return shared;
  }

  /** The documents whose edits matter: those of nodes, and those that show within pages. */
  Set<ObjectId> objects() {
    Set<ObjectId> objects = new HashSet<>();
    for (Node node : tree.nodes().values()) {
      if (!node.shortcut() && READ.contains(node.object().type())) {
        objects.add(node.object());
        objects.addAll(embedded.getOrDefault(node.token(), Set.of()));
      }
    }
    return objects;
  }

  /** A page shows these. Returns whether that was not known. */
  boolean embeds(Node page, Set<ObjectId> shown) {
    Set<ObjectId> before =
        shown.isEmpty() ? embedded.remove(page.token()) : embedded.put(page.token(), shown);
    return !shown.equals(before == null ? Set.of() : before);
  }

  /** All documents now; asks for the parts of what has changed. */
  Listing list() throws SourceException, InterruptedException {
    TreeMap<String, Listed> listed = new TreeMap<>();
    Map<String, Item> found = new HashMap<>();
    PassedOverTally tally = new PassedOverTally(settings.id(), Scope.whole(settings.id()));
    for (Node node : tree.nodes().values()) {
      Optional<Meta> meta = metas.of(node.object());
      if (node.shortcut()) {
        continue; // what it shows is a document where it lies
      }
      switch (verdict(node)) {
        case Verdict.Taken taken when meta.isPresent() -> add(node, meta.get(), listed, found);
        case Verdict.PassedOver unread -> tally.add(unread, node.token());
        case Verdict.Taken taken -> {} // the drive does not know it any more
        case Verdict.Ignored ignored -> {}
      }
    }
    extras
        .all()
        .forEach(
            (key, extra) -> {
              found.put(key, extra.item());
              listed.put(
                  key,
                  new Listed(key, access.scope(extra.item().shared()), extra.mark(), UNKNOWN_SIZE));
            });
    items.clear();
    items.putAll(found);
    parts.keep(objects());
    embedded.keySet().retainAll(tree.nodes().keySet());
    passedOver = tally.groups();
    return new Listing(listed, scopes(found), Set.of());
  }

  private Set<Scope> scopes(Map<String, Item> found) {
    Set<Scope> scopes = new HashSet<>();
    if (settings.audience().isPresent()) {
      scopes.add(Scope.whole(settings.id()));
    }
    found.values().forEach(item -> scopes.add(access.scope(item.shared())));
    return scopes;
  }

  private Verdict verdict(Node node) {
    String type = node.object().type();
    if (type.equals("file")) {
      return files.file(node.title().replace('/', ' '));
    }
    return READ.contains(type) ? new Verdict.Taken() : OTHER;
  }

  private void add(Node node, Meta meta, Map<String, Listed> listed, Map<String, Item> found)
      throws SourceException, InterruptedException {
    if (!Parts.has(node.object())) {
      Item item = new Item.Page(node);
      found.put(node.token(), item);
      listed.put(node.token(), listed(node.token(), item, mark(node, meta)));
      return;
    }
    for (Part part : parts.of(node.object(), meta.mark())) {
      Item item = new Item.Table(node, part);
      String key = part.id().isEmpty() ? node.token() : node.token() + "/" + part.id();
      String mark =
          part.revision().isEmpty()
              ? meta.mark() + " " + part.title()
              : String.join(" ", part.revision(), meta.title(), part.title());
      found.put(key, item);
      listed.put(key, listed(key, item, mark));
    }
  }

  private Listed listed(String key, Item item, String mark) {
    return new Listed(key, access.scope(item.shared()), mark, UNKNOWN_SIZE);
  }

  private String mark(Node node, Meta meta) {
    StringBuilder mark = new StringBuilder(meta.mark());
    new TreeSet<>(embedded.getOrDefault(node.token(), Set.of()))
        .forEach(
            object -> mark.append(' ').append(metas.of(object).map(Meta::mark).orElse("gone")));
    return mark.toString();
  }
}
