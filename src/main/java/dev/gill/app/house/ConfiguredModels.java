package dev.gill.app.house;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.Optional;

/** The models of the configured folder, of which some are chosen. */
record ConfiguredModels(OnnxModels folder, Embedders chosen) implements Models {
  /** Vectors of 384 numbers and their sentences take about 2 kB each. */
  static final int REMEMBERED = 10_000;

  @Override
  public Optional<Embedder> open(Space space, Language language) {
    return folder
        .openIn(space, language)
        .map(embedder -> Embedders.remembering(embedder, REMEMBERED));
  }
}
