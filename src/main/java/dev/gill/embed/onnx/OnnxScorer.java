package dev.gill.embed.onnx;

import dev.gill.embed.Reading;
import dev.gill.embed.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A reader that ONNX Runtime runs in this process, by the same rules as an embedder. */
final class OnnxScorer implements Scorer {
  /**
   * Of each token: how likely it belongs to the answer; of the first also how likely the passage
   * answers.
   */
  static final int SCORES = 2;

  private final ModelTokenizer tokenizer;
  private final TextModel model;
  private final Workers workers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OnnxScorer(ModelTokenizer tokenizer, TextModel model, Workers workers) {
    this.tokenizer = tokenizer;
    this.model = model;
    this.workers = workers;
  }

  /**
   * Checks the model's files and opens it.
   *
   * @throws ModelException if a file is damaged or is not such a model
   */
  static OnnxScorer open(ModelDescription description, OnnxSettings settings) {
    if (description.dimension() != SCORES) {
      throw new ModelException(
          "The reader %s must give %d scores a token, not %d: correct the dimension in its model.properties."
              .formatted(description.name(), SCORES, description.dimension()));
    }
    description.tokenizer().verify();
    ModelTokenizer tokenizer = ModelTokenizer.open(description, settings.data());
    try {
      TextModel model = OpenedModel.open(description, tokenizer, settings.device()).model();
      return new OnnxScorer(tokenizer, model, new Workers(description.name(), settings.threads()));
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  @Override
  public List<Reading> read(String question, List<Page> passages) throws InterruptedException {
    PairTokens[] pairs = new PairTokens[passages.size()];
    workers.run(
        Urgency.QUESTION,
        pairs.length,
        i ->
            pairs[i] =
                tokenizer.pair(question, passages.get(i).headings(), passages.get(i).text()));
    int[] lengths = Arrays.stream(pairs).mapToInt(pair -> pair.ids().length).toArray();
    List<int[]> batches = Batches.of(lengths, model.budget());
    Reading[] readings = new Reading[pairs.length];
    workers.run(
        Urgency.QUESTION,
        batches.size(),
        step -> {
          int[] batch = batches.get(step);
          List<float[]> scores =
              model.vectors(Arrays.stream(batch).mapToObj(i -> pairs[i].ids()).toList());
          for (int i = 0; i < batch.length; i++) {
            int at = batch[i];
            readings[at] = reading(pairs[at], passages.get(at).text(), scores.get(i));
          }
        });
    return Arrays.asList(readings);
  }

  private static Reading reading(PairTokens pair, String text, float[] scores) {
    int tokens = pair.spans().length;
    int[] starts = new int[tokens];
    int[] ends = new int[tokens];
    float[] answers = new float[tokens];
    CodePoints places = new CodePoints(text);
    for (int i = 0; i < tokens; i++) {
      starts[i] = places.unit(pair.spans()[i][0]);
      ends[i] = places.unit(pair.spans()[i][1]);
      answers[i] = scores[SCORES * (pair.textFrom() + i) + 1];
    }
    return new Reading(scores[0], starts, ends, answers);
  }

  /** Waits for what is under way; calls that are not done then fail. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      workers.close();
      model.close();
      tokenizer.close();
    }
  }
}
