package dev.gill.embed.onnx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * A model on the device that it runs on.
 *
 * @param form in which it is run
 */
record OpenedModel(TextModel model, String form) {
  private static final Logger LOG = System.getLogger(OpenedModel.class.getName());

  /**
   * Checks the file that is run and opens it; prepares the model first where it was not.
   *
   * @throws ModelException if the file is damaged or no such model, or the device is missing
   */
  static OpenedModel open(ModelDescription description, ModelTokenizer tokenizer, Device device) {
    return switch (device) {
      case CPU -> onCpu(description, tokenizer);
      case CUDA -> onGpu(description);
      case AUTO -> wherever(description, tokenizer);
    };
  }

  private static OpenedModel wherever(ModelDescription description, ModelTokenizer tokenizer) {
    try {
      return onGpu(description);
    } catch (ModelException e) {
      LOG.log(Level.INFO, "The model {0} runs on the CPU. {1}", description.name(), e.getMessage());
      return onCpu(description, tokenizer);
    }
  }

  private static OpenedModel onGpu(ModelDescription description) {
    description.model().verify();
    return new OpenedModel(StockModel.onGpu(description), Prepared.PUBLISHED);
  }

  private static OpenedModel onCpu(ModelDescription description, ModelTokenizer tokenizer) {
    Optional<Prepared> kept = Prepared.find(description);
    kept.flatMap(Prepared::graph).orElse(description.model()).verify();
    Prepared prepared = kept.orElseGet(() -> Preparer.prepared(description, tokenizer));
    if (prepared.graph().isEmpty()) {
      return new OpenedModel(StockModel.open(description), Prepared.PUBLISHED);
    }
    ModelFile graph = prepared.graph().get();
    RowModel model = RowModel.open(description, graph.path());
    if (prepared.holds(model, tokenizer)) {
      return new OpenedModel(model, prepared.form());
    }
    model.close();
    if (!description.model().isThere()) {
      throw new ModelException(
          "The model %s was prepared on another kind of processor, and the published one, %s, which would run on this one too, is not there: put it there, or prepare the model on this kind of processor (a container's image is built on it)."
              .formatted(description.name(), description.model().path()));
    }
    LOG.log(
        Level.WARNING,
        "The model {0} runs as published, at less than half the speed: its prepared form was made on another kind of processor. Delete {1} to prepare it for this one.",
        description.name(),
        graph.path());
    description.model().verify();
    return new OpenedModel(StockModel.open(description), Prepared.PUBLISHED);
  }
}
