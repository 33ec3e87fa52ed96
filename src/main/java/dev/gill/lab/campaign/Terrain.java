package dev.gill.lab.campaign;

import dev.gill.model.Reader;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A real server with documents on it, and what is known of them because nobody else changes them.
 * One thread at a time.
 */
interface Terrain extends AutoCloseable {
  /** The settings with which Gill follows it, without {@code gill.sources.NAME.} in front. */
  Map<String, String> settings();

  /** How long after a change Gill must know it at the latest, by the documentation, in seconds. */
  int knownAfterSeconds();

  /** The secret of the hook by which the server says what changed; empty if it has none. */
  default String secret() {
    return "";
  }

  /** Has the server say from now on what changed, where it can. */
  default void events(Consumer<byte[]> sink) {}

  /** Who may be asking, by name. */
  Map<String, Reader> people();

  /** What can be done now. */
  Set<Act> possible();

  /** Does it to some document, and returns which. */
  String perform(Act act, Random random) throws Exception;

  /** All documents that are there, by the key that Gill knows them by. */
  SortedMap<String, Expected> documents();

  /** Stops the server. */
  void stop() throws Exception;

  /** Starts it again, over the same documents. */
  void start(Random random) throws Exception;

  @Override
  void close();
}
