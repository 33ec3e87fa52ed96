package dev.gill.surface.chat;

import dev.gill.model.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of a chat, as it knows them now. Safe for use by several threads. */
public interface Roster {
  /**
   * Who somebody is.
   *
   * @throws ChatException if the chat does not say
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Account account(String id) throws ChatException, InterruptedException;

  /**
   * The accounts of all who are in a channel now, asked for anew each time.
   *
   * @throws ChatException if the chat does not say, such as of a channel that Gill is not in
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Set<String> members(String channel) throws ChatException, InterruptedException;

  /**
   * The account of somebody who is known by any of these for certain; empty if none is.
   *
   * @throws ChatException if the chat does not say
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Optional<String> find(Set<Identity> identities) throws ChatException, InterruptedException;

  /**
   * What was asked of Gill in a thread before, oldest first; none if the chat does not say.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<String> earlier(String channel, String thread) throws InterruptedException;
}
