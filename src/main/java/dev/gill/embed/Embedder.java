package dev.gill.embed;

import dev.gill.model.Space;
import java.util.List;

/**
 * Turns texts into vectors of unit length. The same text yields the same vector whatever else is
 * embedded with it, before it or beside it. Safe for use by several threads; questions are served
 * before waiting passages.
 */
public interface Embedder extends AutoCloseable {
  /** The space that its vectors belong to. */
  Space space();

  /** How many tokens the model sees in a text, without the special ones that it adds. */
  int tokens(String text);

  /**
   * The most tokens of a text that the model can take in, without the special ones; what is longer
   * is cut off.
   */
  int capacity();

  /**
   * Embeds texts, in order.
   *
   * @throws RuntimeException if the model refuses one of them, or is closed; then none is embedded
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<float[]> embed(List<String> texts, Role role) throws InterruptedException;

  /**
   * Embeds passages that may wait: as {@link #embed}, but whatever else is asked goes first, as
   * long as these still come on.
   *
   * @throws RuntimeException as {@link #embed} does
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  default List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    return embed(passages, Role.PASSAGE);
  }

  /** Lets go of the model. */
  @Override
  void close();
}
