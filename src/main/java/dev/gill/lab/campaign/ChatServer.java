package dev.gill.lab.campaign;

import dev.gill.model.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A chat server with people in rooms that nobody else changes. The first of the people made all
 * rooms and stays in them. One thread at a time.
 */
public interface ChatServer extends AutoCloseable {
  /** Those that there are. */
  List<String> NAMES = List.of("matrix", "slack");

  /** Gill's own account. */
  String GILL = "gill";

  /**
   * Starts one of {@link #NAMES} with these people.
   *
   * @throws dev.gill.lab.servers.ServerMissingException if it cannot be had here
   */
  static ChatServer start(String name, List<String> people) throws Exception {
    return name.equals("matrix") ? MatrixChat.start(people) : SlackChat.start(people);
  }

  /** The settings with which Gill follows it, without {@code gill.sources.NAME.} in front. */
  Map<String, String> settings();

  /** How long after a change Gill must know it at the latest, by the documentation, in seconds. */
  int knownAfterSeconds();

  /** The secret of the hook that it posts events to; empty if it posts none. */
  default String secret() {
    return "";
  }

  /** Has it say from now on what changed, where it can. */
  default void events(Consumer<byte[]> sink) {}

  /** Who may be asking, by name. */
  Map<String, Reader> people();

  /** Which of these may read a room that is open, whoever is in it. */
  Set<String> readersOfOpen();

  /** Makes a room with its owner and Gill in it, and returns its id. */
  String room(String name, boolean open) throws Exception;

  /**
   * Posts a message, and returns its id.
   *
   * @param root the message that begins the thread in which it answers
   */
  String say(String who, String room, String text, Optional<String> root) throws Exception;

  /** Edits a message, and returns the id of the edit. */
  String edit(String who, String room, String message, String text) throws Exception;

  /** Takes a message back, or an edit. */
  void delete(String who, String room, String message) throws Exception;

  /** Whether an edit can be taken back. */
  boolean takesEditsBack();

  /** Whether a thread goes with the message that begins it. */
  boolean threadGoesWithItsRoot();

  /** Has somebody come into a room. */
  void invite(String room, String who) throws Exception;

  /** Takes somebody out of a room. */
  void remove(String room, String who) throws Exception;

  /** Nobody may post in a room from now on, or everybody may again. */
  void archive(String room, boolean archived) throws Exception;

  /** Stops answering. */
  void stop() throws Exception;

  /** Answers again, over the same rooms. */
  void start() throws Exception;

  @Override
  void close();
}
