package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * A model that ONNX Runtime runs in this process. Every text is run by itself: batches are slower
 * on a CPU, and may change the vectors.
 */
final class OnnxEmbedder implements Embedder {
  private final ModelDescription description;
  private final ModelTokenizer tokenizer;
  private final Space space;
  private final TextModel model;
  private final Workers workers;
  private final int capacity;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OnnxEmbedder(
      ModelDescription description,
      ModelTokenizer tokenizer,
      int capacity,
      Space space,
      TextModel model,
      Workers workers) {
    this.description = description;
    this.tokenizer = tokenizer;
    this.capacity = capacity;
    this.space = space;
    this.model = model;
    this.workers = workers;
  }

  /**
   * Checks the model's files and opens it.
   *
   * @throws ModelException if a file is damaged or is not such a model
   */
  static OnnxEmbedder open(ModelDescription description, OnnxSettings settings) {
    Optional<Prepared> kept = Prepared.find(description);
    kept.flatMap(Prepared::graph).orElse(description.model()).verify();
    description.tokenizer().verify();
    ModelTokenizer tokenizer = ModelTokenizer.open(description, settings.nativeFolder());
    try {
      int capacity = tokenizer.room() - tokenizer.count(description.passagePrefix());
      if (capacity < 1) {
        throw new ModelException(
            "The model %s has no room for text beside its prefix and special tokens: raise 'max-tokens' in its model.properties above %d."
                .formatted(description.name(), description.maxTokens() - capacity));
      }
      Prepared prepared = kept.orElseGet(() -> Preparer.prepared(description, tokenizer));
      ModelFile graph = prepared.graph().orElse(description.model());
      TextModel model =
          prepared.graph().isPresent()
              ? RowModel.open(description, graph.path())
              : StockModel.open(description);
      Workers workers = new Workers(description.name(), settings.threads());
      return new OnnxEmbedder(
          description, tokenizer, capacity, description.space(graph), model, workers);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public int tokens(String text) {
    return tokenizer.count(text);
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    List<String> given = List.copyOf(texts);
    int[] order = longestFirst(given);
    String prefix =
        role == Role.QUESTION ? description.questionPrefix() : description.passagePrefix();
    float[][] vectors = new float[given.size()][];
    workers.run(
        role,
        order.length,
        step -> {
          int at = order[step];
          vectors[at] = model.vector(tokenizer.ids(prefix + given.get(at)));
        });
    return Arrays.asList(vectors);
  }

  /** So that no thread is left with a long text when the others have run out of work. */
  private static int[] longestFirst(List<String> texts) {
    return IntStream.range(0, texts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> texts.get(i).length()).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Waits for the texts under way; calls that are not done then fail. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      workers.close();
      model.close();
      tokenizer.close();
    }
  }
}
