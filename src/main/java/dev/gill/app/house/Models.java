package dev.gill.app.house;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.Optional;

/** The embedding models that there are. */
interface Models {
  /** Those that the configuration chooses; open for as long as the house is. */
  Embedders chosen();

  /**
   * Opens another one for texts of a language, by the space of its vectors; empty if it is not
   * there any more. Whoever asks closes it.
   */
  Optional<Embedder> open(Space space, Language language);
}
