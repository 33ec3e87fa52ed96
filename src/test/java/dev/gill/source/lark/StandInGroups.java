package dev.gill.source.lark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of the stand-in for Lark, with their messages, in the shapes of {@code im/v1}. */
final class StandInGroups {
  private final StandInLark lark;
  private final Map<String, String> names = new TreeMap<>();
  private final List<ObjectNode> messages = new ArrayList<>();
  private final Map<String, String> topics = new HashMap<>();
  private int numbers;
  private long clock = 1_772_000_000_000L;

  StandInGroups(StandInLark lark) {
    this.lark = lark;
  }

  /** A group in which the bot is, and these. */
  void group(String id, String name, String... people) {
    synchronized (lark) {
      names.put(id, name);
      members(id, people);
    }
  }

  void members(String id, String... people) {
    synchronized (lark) {
      List<String> all = new ArrayList<>();
      for (String each : people) {
        all.add("open_id " + each);
      }
      lark.members.put(id, all);
    }
  }

  /** The bot is taken out; the group and its messages stay. */
  void leave(String id) {
    synchronized (lark) {
      names.remove(id);
    }
  }

  void pass(long seconds) {
    synchronized (lark) {
      clock += seconds * 1000;
    }
  }

  /** Says something, and returns the id of the message. */
  String say(String group, String who, String text) {
    return send(group, who, "text", text(text));
  }

  /** Answers a message in the group. */
  String answer(String group, String who, String root, String text) {
    String id = say(group, who, text);
    synchronized (lark) {
      find(id).put("root_id", root).put("parent_id", root);
    }
    return id;
  }

  /** Answers a message in a topic, whose replies the group does not list. */
  String reply(String group, String who, String root, String text) {
    String id = answer(group, who, root, text);
    synchronized (lark) {
      String topic = topics.computeIfAbsent(root, r -> "omt_" + r);
      find(root).put("thread_id", topic);
      find(id).put("thread_id", topic);
    }
    return id;
  }

  String send(String group, String who, String type, ObjectNode content) {
    synchronized (lark) {
      clock += 1000;
      String id = "om_%05d".formatted(++numbers);
      ObjectNode message = StandInLark.JSON.createObjectNode();
      message.put("message_id", id).put("msg_type", type).put("chat_id", group);
      message.put("create_time", Long.toString(clock)).put("update_time", Long.toString(clock));
      message.put("deleted", false).put("updated", false);
      boolean app = who.startsWith("cli_");
      message
          .putObject("sender")
          .put("id", who)
          .put("id_type", app ? "app_id" : "open_id")
          .put("sender_type", app ? "app" : "user")
          .put("tenant_key", "t1");
      message.putObject("body").put("content", content.toString());
      messages.add(message);
      return id;
    }
  }

  static ObjectNode text(String text) {
    return StandInLark.JSON.createObjectNode().put("text", text);
  }

  void mention(String id, String key, String who, String name) {
    synchronized (lark) {
      find(id)
          .withArray("mentions")
          .addObject()
          .put("key", key)
          .put("id", who)
          .put("id_type", "open_id")
          .put("name", name);
    }
  }

  void edit(String id, String text) {
    synchronized (lark) {
      ObjectNode message = find(id);
      message.withObject("/body").put("content", text(text).toString());
      message.put("updated", true).put("update_time", Long.toString(clock + 500));
    }
  }

  void recall(String id) {
    synchronized (lark) {
      ObjectNode message = find(id);
      message.put("deleted", true);
      message.withObject("/body").put("content", "This message was recalled");
    }
  }

  /** Nothing shows any more that it was there. */
  void erase(String id) {
    synchronized (lark) {
      messages.remove(find(id));
    }
  }

  private ObjectNode find(String id) {
    return messages.stream()
        .filter(each -> each.path("message_id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  List<String> ids() {
    return List.copyOf(names.keySet());
  }

  ObjectNode chat(String id) {
    return StandInLark.JSON
        .createObjectNode()
        .put("chat_id", id)
        .put("name", names.get(id))
        .put("external", false)
        .put("chat_status", "normal");
  }

  /** Null if the bot may not read them. */
  ObjectNode messages(String[] parts, Map<String, String> query) {
    if (parts.length > 3) {
      ObjectNode one = StandInLark.JSON.createObjectNode();
      ArrayNode items = one.putArray("items");
      messages.stream()
          .filter(each -> each.path("message_id").asText().equals(parts[3]))
          .forEach(items::add);
      return one;
    }
    String container = query.get("container_id");
    boolean thread = query.get("container_id_type").equals("thread");
    if (!thread && !names.containsKey(container)) {
      return null;
    }
    long start = Long.parseLong(query.getOrDefault("start_time", "0")) * 1000;
    List<ObjectNode> listed =
        new ArrayList<>(
            messages.stream()
                .filter(each -> thread ? inTopic(each, container) : inGroup(each, container))
                .filter(each -> each.path("create_time").asLong() >= start)
                .toList());
    if (query.getOrDefault("sort_type", "").equals("ByCreateTimeDesc")) {
      listed = listed.reversed();
    }
    List<String> ids = listed.stream().map(each -> each.path("message_id").asText()).toList();
    return StandInLark.page(ids, query, "items", this::find);
  }

  private static boolean inTopic(ObjectNode message, String topic) {
    return message.path("thread_id").asText().equals(topic);
  }

  private boolean inGroup(ObjectNode message, String group) {
    boolean hidden = message.has("thread_id") && message.has("root_id");
    return message.path("chat_id").asText().equals(group) && !hidden;
  }
}
