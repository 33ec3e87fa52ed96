package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.chat.ChatException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The methods of Slack that Gill calls. Each waits where Slack asks for a pause. */
interface SlackApi {
  /**
   * The app itself.
   *
   * @param user the account of its bot
   * @param scopes what it may do; empty if Slack does not say
   */
  record Self(String user, String team, String teamName, Set<String> scopes) {}

  /** An account, as far as it matters here. */
  record User(
      String id, String team, String email, boolean confirmed, boolean bot, String locale) {}

  /** A text with its blocks. */
  record Message(String text, ArrayNode blocks) {}

  /** What was written in a thread. */
  record Written(String ts, String user, String text) {}

  Self self() throws ChatException, InterruptedException;

  Set<String> members(String channel) throws ChatException, InterruptedException;

  User user(String id) throws ChatException, InterruptedException;

  List<User> users() throws ChatException, InterruptedException;

  Optional<String> byEmail(String address) throws ChatException, InterruptedException;

  List<Written> thread(String channel, String ts) throws ChatException, InterruptedException;

  /** Says something to all, and returns its {@code ts}. */
  String post(String channel, Optional<String> thread, Message message)
      throws ChatException, InterruptedException;

  /** Puts something in the place of what was posted. */
  void update(String channel, String ts, Message message)
      throws ChatException, InterruptedException;

  void ephemeral(String channel, Optional<String> thread, String user, Message message)
      throws ChatException, InterruptedException;

  /** The direct conversation with somebody. */
  String conversation(String user) throws ChatException, InterruptedException;

  void home(String user, ObjectNode view) throws ChatException, InterruptedException;

  /** Answers by the address that came with a command or a button. */
  void respond(String url, ObjectNode response) throws ChatException, InterruptedException;
}
