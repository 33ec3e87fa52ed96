package dev.gill.lab.campaign;

import dev.gill.model.Reader;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A real wiki or chat with many readers, most of whose pages are not for all of them. */
interface Wilds extends AutoCloseable {
  /** The settings with which Gill follows it, without {@code gill.sources.NAME.} in front. */
  Map<String, String> settings();

  /** Has the server say from now on what changed, where it can. */
  default void events(Consumer<byte[]> sink) {}

  /** How much older than its last look what Gill knows of rights may be, by the documentation. */
  Duration blind();

  /** Who may be asking, by name. */
  Map<String, Reader> people();

  /** The words by which the pages can be told apart, one a page. */
  Set<String> marks();

  /** Writes all pages, and in the history who may read them. */
  void fill(Random random, History history) throws Exception;

  /** Changes a right or a page, and keeps the history. */
  void change(Random random, History history) throws Exception;

  @Override
  void close();
}
