package dev.gill.embed.onnx;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A model that ONNX Runtime runs in this process. On a CPU every text is run by itself: batches are
 * slower there, and may change the vectors.
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
    description.tokenizer().verify();
    ModelTokenizer tokenizer = ModelTokenizer.open(description, settings.data());
    try {
      int capacity = tokenizer.room() - tokenizer.count(description.passagePrefix());
      if (capacity < 1) {
        throw new ModelException(
            "The model %s has no room for text beside its prefix and special tokens: raise 'max-tokens' in its model.properties above %d."
                .formatted(description.name(), description.maxTokens() - capacity));
      }
      OpenedModel opened = OpenedModel.open(description, tokenizer, settings.device());
      Workers workers = new Workers(description.name(), settings.threads());
      return new OnnxEmbedder(
          description,
          tokenizer,
          capacity,
          description.space(opened.form()),
          opened.model(),
          workers);
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
    return embed(texts, role, role == Role.QUESTION ? Urgency.QUESTION : Urgency.SOON);
  }

  @Override
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    return embed(passages, Role.PASSAGE, Urgency.BULK);
  }

  private List<float[]> embed(List<String> texts, Role role, Urgency urgency)
      throws InterruptedException {
    String prefix =
        role == Role.QUESTION ? description.questionPrefix() : description.passagePrefix();
    long[][] ids = new long[texts.size()][];
    workers.run(urgency, ids.length, i -> ids[i] = tokenizer.ids(prefix + texts.get(i)));
    int[] lengths = Arrays.stream(ids).mapToInt(each -> each.length).toArray();
    List<int[]> batches = Batches.of(lengths, model.budget());
    float[][] vectors = new float[ids.length][];
    workers.run(
        urgency,
        batches.size(),
        step -> {
          int[] batch = batches.get(step);
          List<float[]> found = model.vectors(Arrays.stream(batch).mapToObj(i -> ids[i]).toList());
          for (int i = 0; i < batch.length; i++) {
            vectors[batch[i]] = found.get(i);
          }
        });
    return Arrays.asList(vectors);
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
