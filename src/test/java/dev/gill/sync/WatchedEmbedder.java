package dev.gill.sync;

import dev.gill.embed.Embedder;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A stand-in for a model that notes what it embedded, and refuses what a test tells it to. */
final class WatchedEmbedder implements Embedder {
  private final HashEmbedder model;
  private final List<String> embedded = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> before = text -> {};

  WatchedEmbedder(String name, int dimension) {
    this.model = new HashEmbedder(name, dimension);
  }

  /** Runs before each text; what it throws is thrown by the model. */
  void before(Consumer<String> hook) {
    this.before = hook;
  }

  /** Refuses texts that hold these words. */
  void refuse(String words) {
    before(
        text -> {
          if (text.contains(words)) {
            throw new IllegalStateException("no words such as these");
          }
        });
  }

  void breakDown() {
    before(
        text -> {
          throw new IllegalStateException("The model is out of memory.");
        });
  }

  void mend() {
    before(text -> {});
  }

  /** All texts that it embedded since it was last emptied. */
  List<String> embedded() {
    return embedded;
  }

  @Override
  public Space space() {
    return model.space();
  }

  @Override
  public int tokens(String text) {
    return model.tokens(text);
  }

  @Override
  public int capacity() {
    return model.capacity();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    texts.forEach(text -> before.accept(text));
    embedded.addAll(texts);
    return model.embed(texts, role);
  }

  @Override
  public void close() {
    model.close();
  }
}
