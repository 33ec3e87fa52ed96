package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may read each document, as its list of collaborators says: those of the space and of pages
 * above are among them as far as they were not shut out. A document whose list the app may not see
 * has no readers. What a link gives to whoever has it counts for nobody, since nobody knows who has
 * it.
 */
final class Readers {
  private static final int IN_DOUBT = 50;

  private final LarkApi api;
  private final TreeMap<Shared, Set<Principal>> known = new TreeMap<>();
  private final TreeSet<Shared> doubted = new TreeSet<>();
  private Shared last = new Shared("", "");
  private boolean news;

  /**
   * What has collaborators.
   *
   * @param type {@code wiki} for a node
   */
  record Shared(String type, String token) implements Comparable<Shared> {
    @Override
    public int compareTo(Shared other) {
      int byToken = token.compareTo(other.token);
      return byToken == 0 ? type.compareTo(other.type) : byToken;
    }
  }

  Readers(LarkApi api) {
    this.api = api;
  }

  /** Those that are known. */
  Map<Shared, Set<Principal>> known() {
    return known;
  }

  /** Whether anything was learnt since this was asked last. */
  boolean news() {
    boolean was = news;
    news = false;
    return was;
  }

  /** Asks, unless it is known. */
  void learn(Shared document) throws SourceException, InterruptedException {
    if (!known.containsKey(document)) {
      ask(document);
    }
  }

  /** It is known from elsewhere who may read it. */
  void put(Shared document, Set<Principal> readers) {
    doubted.remove(document);
    news |= !readers.equals(known.put(document, readers));
  }

  /**
   * It may be shared otherwise now: nobody reads it until it was asked again, which comes first.
   */
  void doubt(Shared document) {
    news |= known.remove(document) != null;
    doubted.add(document);
  }

  /** Forgets all others than these, and asks those in doubt and the next few anew. */
  void refresh(NavigableSet<Shared> all, int most) throws SourceException, InterruptedException {
    news |= known.keySet().retainAll(all);
    doubted.retainAll(all);
    for (Shared each : List.copyOf(doubted).subList(0, Math.min(doubted.size(), IN_DOUBT))) {
      ask(each);
    }
    NavigableSet<Shared> due = new TreeSet<>();
    for (Shared each : all.tailSet(last, false)) {
      if (due.size() == most) {
        break;
      }
      if (!each.type().equals(Item.Approval.TYPE)) {
        due.add(each);
      }
    }
    last = due.size() < most ? new Shared("", "") : due.last();
    for (Shared each : due) {
      ask(each);
    }
  }

  private void ask(Shared document) throws SourceException, InterruptedException {
    Set<Principal> readers = new TreeSet<>();
    try {
      JsonNode answer =
          api.get(
              Paths.of("drive/v1/permissions/{}/members", document.token()),
              Map.of("type", document.type()));
      for (JsonNode item : answer.path("items")) {
        Principal.of(item).ifPresent(readers::add);
      }
    } catch (LarkException e) {
      if (e.scopeMissing()) {
        throw api.refusals()
            .needed(e, "who may read a document", "docs:permission.member:retrieve");
      }
    }
    put(document, readers);
  }
}
