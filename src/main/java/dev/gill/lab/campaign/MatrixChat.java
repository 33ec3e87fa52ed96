package dev.gill.lab.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.lab.servers.RealSynapse;
import dev.gill.lab.servers.RealSynapse.Account;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Rooms of a real Synapse. A room is archived by letting only its owner post there. */
final class MatrixChat implements ChatServer {
  private static final String POWERS = "state/m.room.power_levels";
  private static final int OWNERS_ALONE = 100;

  private final RealSynapse server;
  private final String owner;
  private final Map<String, Account> accounts = new HashMap<>();

  private MatrixChat(RealSynapse server, String owner) {
    this.server = server;
    this.owner = owner;
  }

  static MatrixChat start(List<String> people) throws Exception {
    MatrixChat chat = new MatrixChat(RealSynapse.start(), people.getFirst());
    for (String name : people) {
      chat.accounts.put(name, chat.server.register(name));
    }
    chat.accounts.put(GILL, chat.server.register(GILL));
    return chat;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type", "matrix",
        "url", server.url(),
        "internal-hosts", URI.create(server.url()).getAuthority(),
        "token", account(GILL).token(),
        "open-rooms", "everyone",
        "every", "2s",
        "requests-per-minute", "100000");
  }

  @Override
  public int knownAfterSeconds() {
    return 5;
  }

  @Override
  public Map<String, Reader> people() {
    Map<String, Reader> people = new TreeMap<>();
    people.put("visitor", Reader.anyone());
    accounts.forEach(
        (name, account) ->
            people.put(name, Reader.known(new Identity(GillProcess.SOURCE, account.id()))));
    people.remove(GILL);
    return people;
  }

  @Override
  public Set<String> readersOfOpen() {
    return people().keySet();
  }

  @Override
  public String room(String name, boolean open) throws Exception {
    Map<String, ?> made =
        open
            ? Map.of(
                "name",
                name,
                "preset",
                "public_chat",
                "initial_state",
                List.of(
                    Map.of(
                        "type",
                        "m.room.history_visibility",
                        "state_key",
                        "",
                        "content",
                        Map.of("history_visibility", "world_readable"))))
            : Map.of("name", name, "preset", "private_chat");
    return server.room(account(owner), made, account(GILL));
  }

  @Override
  public String say(String who, String room, String text, Optional<String> root) throws Exception {
    Map<String, ?> more =
        root.<Map<String, ?>>map(
                id -> Map.of("m.relates_to", Map.of("rel_type", "m.thread", "event_id", id)))
            .orElse(Map.of());
    return server.say(account(who), room, text, more);
  }

  @Override
  public String edit(String who, String room, String message, String text) throws Exception {
    return server.edit(account(who), room, message, text);
  }

  @Override
  public void delete(String who, String room, String message) throws Exception {
    server.redact(account(who), room, message);
  }

  @Override
  public boolean takesEditsBack() {
    return true;
  }

  @Override
  public boolean threadGoesWithItsRoot() {
    return false;
  }

  @Override
  public void invite(String room, String who) throws Exception {
    server.join(account(owner), room, account(who));
  }

  @Override
  public void remove(String room, String who) throws Exception {
    server.ask(
        account(owner), "POST", RealSynapse.in(room, "kick"), Map.of("user_id", account(who).id()));
  }

  @Override
  public void archive(String room, boolean archived) throws Exception {
    String path = RealSynapse.in(room, POWERS);
    ObjectNode powers = (ObjectNode) server.ask(account(owner), "GET", path, Map.of());
    powers.put("events_default", archived ? OWNERS_ALONE : 0);
    server.ask(account(owner), "PUT", path, powers);
  }

  private Account account(String name) {
    return accounts.get(name);
  }

  @Override
  public void stop() {
    server.kill();
  }

  @Override
  public void start() throws Exception {
    server.up();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
