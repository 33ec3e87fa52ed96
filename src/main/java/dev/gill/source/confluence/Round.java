package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for everything once, a request or two at a time: spaces, their permissions, what is in them,
 * restrictions, members of groups. So deletes, moves and changed rights are found that no list of
 * changes tells.
 */
final class Round {
  /** How many contents' restrictions are asked for at a time. */
  private static final int RESTRICTIONS = 100;

  private final ConfluenceSettings settings;
  private final Edition edition;
  private final Site site;
  private final Deque<Step> steps = new ArrayDeque<>();
  private int taken;
  private int last = 1;

  /** Takes a step, and says what follows it at once. */
  @FunctionalInterface
  private interface Step {
    List<Step> take() throws SourceException, InterruptedException;
  }

  /** A step that asks for nothing. */
  @FunctionalInterface
  private interface Plan extends Step {
    @Override
    List<Step> take();
  }

  Round(ConfluenceSettings settings, Edition edition, Site site) {
    this.settings = settings;
    this.edition = edition;
    this.site = site;
  }

  /** About how many steps a whole round takes. */
  int length() {
    return Math.max(last, taken + steps.size());
  }

  /** Goes to the end of the round that is under way, or through a new one. */
  void rest() throws SourceException, InterruptedException {
    do {
      step();
    } while (!steps.isEmpty());
  }

  /** Goes through a new round, after the one that is under way. */
  void whole() throws SourceException, InterruptedException {
    if (!steps.isEmpty()) {
      rest();
    }
    rest();
  }

  /** Takes one step that asks; after the last of a round, the first of another. */
  void step() throws SourceException, InterruptedException {
    if (steps.isEmpty()) {
      steps.add(this::begin);
      taken = 0;
    }
    take();
    taken++;
    while (steps.peek() instanceof Plan) {
      take();
    }
    if (steps.isEmpty()) {
      last = taken;
    }
  }

  private void take() throws SourceException, InterruptedException {
    List<Step> following = steps.element().take();
    steps.remove();
    for (Step next : following.reversed()) {
      steps.addFirst(next);
    }
  }

  private List<Step> begin() throws SourceException, InterruptedException {
    List<Space> spaces = edition.spaces();
    site.begin(spaces);
    List<Step> next = new ArrayList<>();
    if (edition.restrictionsApart()) {
      next.add(this::groupNames);
    }
    if (settings.audience().isEmpty()) {
      spaces.forEach(space -> next.add(() -> permissions(space)));
    }
    edition.everything(spaces).forEach(list -> next.add(() -> part(list, Optional.empty())));
    next.add((Plan) () -> holders(new HashSet<>()));
    next.add((Plan) this::settle);
    next.add((Plan) this::restrictions);
    next.add((Plan) this::members);
    return next;
  }

  private List<Step> groupNames() throws SourceException, InterruptedException {
    site.groupNames(edition.groupNames());
    return List.of();
  }

  private List<Step> permissions(Space space) throws SourceException, InterruptedException {
    Optional<Readers> readers = edition.permissions(space);
    boolean open = readers.filter(Readers::others).isPresent() && edition.open(space);
    site.permissions(space.key(), readers, open);
    return List.of();
  }

  private List<Step> part(Query list, Optional<String> from)
      throws SourceException, InterruptedException {
    Part<Item> part = list.ask(from);
    part.items().forEach(site::take);
    return part.next().isPresent() && !part.next().equals(from)
        ? List.of(() -> part(list, part.next()))
        : List.of();
  }

  /** What pages hang on that are no pages, level by level. */
  private List<Step> holders(Set<String> asked) {
    List<Step> next = new ArrayList<>();
    for (Item.Page page : site.pages().values()) {
      Optional<Item.Parent> above = page.parent();
      while (above.isPresent()
          && site.holder(above.get().id()).isPresent()
          && asked.contains(above.get().id())) {
        above = site.holder(above.get().id()).flatMap(Item.Holder::parent);
      }
      above
          .filter(parent -> !parent.page() && asked.add(parent.id()))
          .ifPresent(parent -> next.add(() -> holder(parent)));
    }
    if (!next.isEmpty()) {
      next.add((Plan) () -> holders(asked));
    }
    return next;
  }

  private List<Step> holder(Item.Parent parent) throws SourceException, InterruptedException {
    Optional<Item.Holder> found = edition.holder(parent);
    found.ifPresent(site::take);
    site.restriction(
        parent.id(), found.isPresent() ? edition.restriction(parent.id()) : Optional.empty());
    return List.of();
  }

  private List<Step> settle() {
    site.end();
    return List.of();
  }

  private List<Step> restrictions() {
    List<Step> next = new ArrayList<>();
    if (edition.restrictionsApart()) {
      List<String> ids = List.copyOf(site.pages().keySet());
      for (int i = 0; i < ids.size(); i += RESTRICTIONS) {
        List<String> some = ids.subList(i, Math.min(ids.size(), i + RESTRICTIONS));
        next.add(() -> restrictions(some));
      }
    }
    return next;
  }

  /** What the index of Confluence does not find yet is asked for one by one. */
  private List<Step> restrictions(List<String> ids) throws SourceException, InterruptedException {
    Map<String, Readers> found = edition.restrictions(ids);
    List<Step> next = new ArrayList<>();
    for (String id : ids) {
      Readers readers = found.get(id);
      if (readers != null) {
        site.restriction(id, Optional.of(readers));
      } else if (site.pages().containsKey(id)) {
        next.add(() -> alone(id));
      }
    }
    return next;
  }

  private List<Step> alone(String id) throws SourceException, InterruptedException {
    site.restriction(id, edition.restriction(id));
    return List.of();
  }

  private List<Step> members() {
    return site.groups().stream().sorted().map(group -> (Step) () -> members(group)).toList();
  }

  private List<Step> members(String group) throws SourceException, InterruptedException {
    site.members(group, edition.members(group));
    return List.of();
  }
}
