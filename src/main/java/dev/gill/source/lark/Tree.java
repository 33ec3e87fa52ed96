package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All nodes of the followed spaces. A walk may be taken in steps: what it finds new or moved counts
 * at once, and what it did not find is gone when it is over. A step that fails is taken again.
 */
final class Tree {
  private static final String PAGE_SIZE = "50";

  /** Deeper than any tree of pages; only a broken one goes round. */
  private static final int DEEPEST = 100;

  /** Where single people keep what is for themselves. */
  private static final String LIBRARY = "my_library";

  private record Step(String space, String parent, String page) {}

  private final LarkSettings settings;
  private final LarkApi api;
  private final TreeMap<String, Node> nodes = new TreeMap<>();
  private final Map<String, JsonNode> spaces = new TreeMap<>();
  private final Deque<Step> open = new ArrayDeque<>();
  private final Map<String, Node> found = new HashMap<>();
  private boolean begun;

  Tree(LarkSettings settings, LarkApi api) {
    this.settings = settings;
    this.api = api;
  }

  /** By token. */
  SortedMap<String, Node> nodes() {
    return Collections.unmodifiableSortedMap(nodes);
  }

  /** As the API gives them, by id. */
  Map<String, JsonNode> spaces() {
    return spaces;
  }

  /** The tokens of a node and of those above it. */
  Stream<String> above(Node node) {
    return Stream.iterate(node, each -> each != null, each -> nodes.get(each.parent()))
        .limit(DEEPEST)
        .map(Node::token);
  }

  /** Whether a walk was begun and is not over. */
  boolean underWay() {
    return begun;
  }

  /** Goes on, and begins if no walk is under way. Returns whether anything is other than it was. */
  boolean walk(int requests) throws SourceException, InterruptedException {
    boolean news = false;
    if (!begun) {
      listSpaces();
      found.clear();
      open.clear();
      spaces.keySet().forEach(space -> open.add(new Step(space, "", "")));
      begun = true;
    }
    for (int asked = 0; asked < requests && !open.isEmpty(); asked++) {
      news |= step();
    }
    if (open.isEmpty()) {
      begun = false;
      news |= nodes.keySet().retainAll(found.keySet());
    }
    return news;
  }

  private void listSpaces() throws SourceException, InterruptedException {
    Map<String, JsonNode> now = new TreeMap<>();
    try {
      if (settings.spaces().isEmpty()) {
        for (JsonNode space :
            api.all(Paths.of("wiki/v2/spaces"), Map.of("page_size", PAGE_SIZE), "items")) {
          if (!space.path("space_type").asText().equals(LIBRARY)) {
            now.put(space.path("space_id").asText(), space);
          }
        }
      }
      for (String id : settings.spaces()) {
        now.put(id, api.get(Paths.of("wiki/v2/spaces/{}", id)).path("space"));
      }
    } catch (LarkException e) {
      throw api.refusals().needed(e, "the wiki space", "wiki:wiki:readonly");
    }
    spaces.clear();
    spaces.putAll(now);
  }

  private boolean step() throws SourceException, InterruptedException {
    Step step = open.element();
    Map<String, String> query = new HashMap<>(Map.of("page_size", PAGE_SIZE));
    if (!step.parent().isEmpty()) {
      query.put("parent_node_token", step.parent());
    }
    if (!step.page().isEmpty()) {
      query.put("page_token", step.page());
    }
    JsonNode answer;
    try {
      answer = api.get(Paths.of("wiki/v2/spaces/{}/nodes", step.space()), query);
    } catch (LarkException e) {
      if (step.parent().isEmpty() || e.scopeMissing()) {
        throw api.refusals().needed(e, "the nodes of the wiki space", "wiki:wiki:readonly");
      }
      open.remove(); // closed to the app, or gone since
      return false;
    }
    open.remove();
    String next = answer.path("page_token").asText();
    if (answer.path("has_more").asBoolean() && !next.isEmpty()) {
      open.push(new Step(step.space(), step.parent(), next));
    }
    boolean news = false;
    for (Node node : nodes(answer)) {
      boolean first = found.put(node.token(), node) == null;
      news |= !node.equals(nodes.put(node.token(), node));
      if (first && node.below() && !node.shortcut()) {
        open.add(new Step(step.space(), node.token(), ""));
      }
    }
    return news;
  }

  private static List<Node> nodes(JsonNode answer) {
    return answer.path("items").valueStream().flatMap(item -> Node.of(item).stream()).toList();
  }
}
