package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * A model that ONNX Runtime runs in this process. Every text is run by itself: batches are slower
 * on a CPU, and may change the vectors.
 */
final class OnnxEmbedder implements Embedder {
  private final ModelDescription description;
  private final ModelTokenizer tokenizer;
  private final OnnxModel model;
  private final Workers workers;
  private final int capacity;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OnnxEmbedder(
      ModelDescription description,
      ModelTokenizer tokenizer,
      int capacity,
      OnnxModel model,
      Workers workers) {
    this.description = description;
    this.tokenizer = tokenizer;
    this.capacity = capacity;
    this.model = model;
    this.workers = workers;
  }

  /**
   * Checks the model's files and opens it.
   *
   * @throws ModelException if a file is damaged or is not such a model
   */
  static OnnxEmbedder open(ModelDescription description, OnnxSettings settings) {
    description.model().verify();
    description.tokenizer().verify();
    ModelTokenizer tokenizer = ModelTokenizer.open(description, settings.nativeFolder());
    try {
      int capacity = tokenizer.room() - tokenizer.count(description.passagePrefix());
      if (capacity < 1) {
        throw new ModelException(
            "The model %s has no room for text beside its prefix and special tokens: raise 'max-tokens' in its model.properties above %d."
                .formatted(description.name(), description.maxTokens() - capacity));
      }
      OnnxModel model = OnnxModel.open(description);
      Workers workers = new Workers(description.name(), settings.threads());
      return new OnnxEmbedder(description, tokenizer, capacity, model, workers);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  @Override
  public Space space() {
    return description.space();
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
    return embed(texts, role, role == Role.QUESTION ? Urgency.QUESTION : Urgency.SOON);
  }

  @Override
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    return embed(passages, Role.PASSAGE, Urgency.BULK);
  }

  private List<float[]> embed(List<String> texts, Role role, Urgency urgency)
      throws InterruptedException {
    List<String> given = List.copyOf(texts);
    int[] order = longestFirst(given);
    String prefix =
        role == Role.QUESTION ? description.questionPrefix() : description.passagePrefix();
    float[][] vectors = new float[given.size()][];
    workers.run(
        urgency,
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
