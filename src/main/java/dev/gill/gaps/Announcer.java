package dev.gill.gaps;

import java.io.IOException;
import java.util.Optional;

/** Says something in a channel where the team is. */
public interface Announcer {
  /**
   * Says that something is asked again and again.
   *
   * @param times how often it was asked
   * @param question in the words in which it was asked last; empty if not all who read the channel
   *     may read it
   * @throws IOException if it could not be said, with one sentence that holds no secret
   */
  void asked(int times, Optional<String> question) throws IOException, InterruptedException;

  /**
   * Asks somebody whether a verified answer still holds.
   *
   * @param person as a source or the configuration knows them
   * @param question of the answer; empty if not all who read the channel may read it
   * @throws IOException if it could not be said, with one sentence that holds no secret
   */
  void verifyAnew(String person, Optional<String> question)
      throws IOException, InterruptedException;
}
