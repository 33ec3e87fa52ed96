package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When each document was edited last, asked for 200 at once: those of which nothing is known yet,
 * then the 100 that were edited last, since these are edited next, and the others in turn.
 */
final class Metas {
  private static final int MOST = 200;
  private static final int HOT = 100;
  private static final int CLOSED = 970003;

  private final LarkApi api;
  private final Map<ObjectId, Meta> known = new HashMap<>();
  private final TreeSet<ObjectId> followed = new TreeSet<>();
  private final TreeSet<ObjectId> unknown = new TreeSet<>();
  private ObjectId last = new ObjectId("", "");

  Metas(LarkApi api) {
    this.api = api;
  }

  /** These and no others are followed from now on. */
  void follow(Set<ObjectId> all) {
    followed.retainAll(all);
    known.keySet().retainAll(all);
    unknown.retainAll(all);
    for (ObjectId each : all) {
      if (followed.add(each)) {
        unknown.add(each);
      }
    }
  }

  /** Empty if the drive does not know it any more, or was not asked. */
  Optional<Meta> of(ObjectId object) {
    return Optional.ofNullable(known.get(object));
  }

  /** Asks once; of what is not known yet, as often as it takes. Returns whether it brought news. */
  boolean look() throws SourceException, InterruptedException {
    Set<ObjectId> asked = new HashSet<>();
    while (!unknown.isEmpty()) {
      List<ObjectId> first = unknown.stream().limit(MOST).toList();
      ask(first);
      first.forEach(unknown::remove);
      asked.addAll(first);
    }
    List<ObjectId> next = next();
    next.removeAll(asked);
    return ask(next) || !asked.isEmpty();
  }

  private List<ObjectId> next() {
    if (followed.size() <= MOST) {
      return new ArrayList<>(followed);
    }
    Set<ObjectId> next = new LinkedHashSet<>();
    known.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().edited()))
        .limit(HOT)
        .forEach(entry -> next.add(entry.getKey()));
    for (ObjectId each : followed.tailSet(last, false)) {
      if (next.size() == MOST) {
        break;
      }
      next.add(each);
      last = each;
    }
    if (next.size() < MOST) {
      last = new ObjectId("", "");
    }
    return new ArrayList<>(next);
  }

  private boolean ask(List<ObjectId> objects) throws SourceException, InterruptedException {
    if (objects.isEmpty()) {
      return false;
    }
    ObjectNode body = LarkApi.JSON.createObjectNode();
    ArrayNode docs = body.putArray("request_docs");
    Map<String, ObjectId> byToken = new HashMap<>();
    for (ObjectId each : objects) {
      docs.addObject().put("doc_token", each.token()).put("doc_type", each.type());
      byToken.put(each.token(), each);
    }
    body.put("with_url", true);
    JsonNode answer;
    try {
      answer = api.post(Paths.of("drive/v1/metas/batch_query"), Map.of(), body);
    } catch (LarkException e) {
      throw api.refusals().needed(e, "when documents were edited", "drive:drive.metadata:readonly");
    }
    boolean news = false;
    for (JsonNode meta : answer.path("metas")) {
      ObjectId object = byToken.get(meta.path("doc_token").asText());
      if (object != null) {
        Meta now = Meta.of(meta, api.serverTime());
        news |= !now.equals(known.put(object, now));
      }
    }
    for (JsonNode failed : answer.path("failed_list")) {
      ObjectId object = byToken.get(failed.path("token").asText());
      if (object != null && failed.path("code").asInt() == CLOSED) {
        news |= !Meta.CLOSED.equals(known.put(object, Meta.CLOSED));
      } else if (object != null) {
        news |= known.remove(object) != null;
      }
    }
    return news;
  }
}
