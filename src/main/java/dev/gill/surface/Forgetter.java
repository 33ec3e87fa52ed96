package dev.gill.surface;

import dev.gill.model.Identity;
import java.io.IOException;
import java.util.Set;

/** Sees to it that nothing is read of what somebody wrote in chats and mail. */
public interface Forgetter {
  /**
   * Notes that whoever is known by these is to be forgotten, and has all sources read so. Returns
   * once that has begun.
   *
   * @throws IOException if it cannot be noted
   */
  void forget(Set<Identity> person) throws IOException;

  /** Whether whoever is known by one of these is forgotten. */
  boolean hasForgotten(Set<Identity> person);
}
