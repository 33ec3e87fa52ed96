package dev.gill.lab.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.lab.servers.EmulatedSlack;
import dev.gill.lab.servers.Relay;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Channels of an emulated Slack. The emulator posts no events, so they are posted here, as Slack
 * would; it forgets all when it ends, so a stop shuts the door in front of it; and it shows no
 * replies of a thread whose first message was deleted, where Slack would leave a note in its place.
 */
final class SlackChat implements ChatServer {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmulatedSlack server;
  private final Relay door;
  private final String owner;
  private final Map<String, String> accounts = new TreeMap<>();
  private Consumer<byte[]> events = _ -> {};

  private SlackChat(EmulatedSlack server, String owner) throws IOException {
    this.server = server;
    this.owner = owner;
    this.door = Relay.before(server.port());
  }

  static SlackChat start(List<String> people) throws Exception {
    SlackChat chat = new SlackChat(EmulatedSlack.start(people), people.getFirst());
    for (String name : people) {
      chat.accounts.put(name, chat.id(EmulatedSlack.token(name)));
    }
    chat.accounts.put(GILL, chat.id(EmulatedSlack.APP));
    return chat;
  }

  private String id(String token) throws Exception {
    return server.call(token, "auth.test").path("user_id").asText();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type", "slack",
        "url", door.url() + "/api/",
        "internal-hosts", URI.create(door.url()).getAuthority(),
        "token", EmulatedSlack.APP,
        "every", "1s",
        "members-every", "10s",
        "rescan-every", "15s",
        "history-per-minute", "100000",
        "requests-per-minute", "100000");
  }

  /** Channels that no event named are listed once a minute. */
  @Override
  public int knownAfterSeconds() {
    return 75;
  }

  @Override
  public String secret() {
    return SECRET;
  }

  @Override
  public void events(Consumer<byte[]> sink) {
    events = sink;
  }

  @Override
  public Map<String, Reader> people() {
    Map<String, Reader> people = new TreeMap<>();
    people.put("visitor", Reader.anyone());
    accounts.forEach(
        (name, id) -> people.put(name, Reader.known(new Identity(GillProcess.SOURCE, id))));
    people.remove(GILL);
    return people;
  }

  @Override
  public Set<String> readersOfOpen() {
    Map<String, Reader> members = people();
    members.remove("visitor");
    return members.keySet();
  }

  @Override
  public String room(String name, boolean open) throws Exception {
    String room =
        call(owner, "conversations.create", "name", name, "is_private", Boolean.toString(!open))
            .path("channel")
            .path("id")
            .asText();
    invite(room, GILL);
    return room;
  }

  @Override
  public String say(String who, String room, String text, Optional<String> root) throws Exception {
    List<String> all = new ArrayList<>(List.of("channel", room, "text", text));
    root.ifPresent(ts -> all.addAll(List.of("thread_ts", ts)));
    String ts = call(who, "chat.postMessage", all.toArray(String[]::new)).path("ts").asText();
    ObjectNode event = message(room).put("user", accounts.get(who)).put("text", text).put("ts", ts);
    root.ifPresent(thread -> event.put("thread_ts", thread));
    post(event);
    return ts;
  }

  @Override
  public String edit(String who, String room, String message, String text) throws Exception {
    JsonNode changed = call(who, "chat.update", "channel", room, "ts", message, "text", text);
    ObjectNode event = message(room).put("subtype", "message_changed").put("hidden", true);
    event.set("message", changed.path("message"));
    post(event);
    return message;
  }

  @Override
  public void delete(String who, String room, String message) throws Exception {
    call(who, "chat.delete", "channel", room, "ts", message);
    post(message(room).put("subtype", "message_deleted").put("deleted_ts", message));
  }

  @Override
  public boolean takesEditsBack() {
    return false;
  }

  @Override
  public boolean threadGoesWithItsRoot() {
    return true;
  }

  @Override
  public void invite(String room, String who) throws Exception {
    call(owner, "conversations.invite", "channel", room, "users", accounts.get(who));
    post(came("member_joined_channel", room, who));
  }

  @Override
  public void remove(String room, String who) throws Exception {
    call(owner, "conversations.kick", "channel", room, "user", accounts.get(who));
    post(came("member_left_channel", room, who));
  }

  @Override
  public void archive(String room, boolean archived) throws Exception {
    String does = archived ? "archive" : "unarchive";
    call(owner, "conversations." + does, "channel", room);
    post(JSON.createObjectNode().put("type", "channel_" + does).put("channel", room));
  }

  private JsonNode call(String who, String method, String... parameters) throws Exception {
    return server.call(EmulatedSlack.token(who), method, parameters);
  }

  private static ObjectNode message(String room) {
    return JSON.createObjectNode().put("type", "message").put("channel", room);
  }

  private ObjectNode came(String type, String room, String who) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("channel", room)
        .put("user", accounts.get(who));
  }

  private void post(ObjectNode event) throws JsonProcessingException {
    ObjectNode sent = JSON.createObjectNode().put("type", "event_callback");
    sent.set("event", event);
    events.accept(JSON.writeValueAsBytes(sent));
  }

  @Override
  public void stop() throws IOException {
    door.shut();
  }

  @Override
  public void start() throws IOException {
    door.open();
  }

  @Override
  public void close() {
    door.close();
    server.close();
  }
}
