package dev.gill.surface.chat;

import java.util.Objects;
import java.util.Optional;

/**
 * Where something was said.
 *
 * @param channel the chat's id of the channel, group or direct conversation
 * @param thread the chat's id of the thread or topic; empty outside of one
 * @param ticket what the chat gave to answer by, such as an address that serves a while
 */
public record Spot(String channel, Optional<String> thread, Optional<String> ticket) {
  public Spot {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(ticket, "ticket");
  }
}
