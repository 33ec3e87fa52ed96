package dev.gill.lab.eval;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Keeps vectors in a folder, a file for each space, so that measuring again costs seconds. */
public final class VectorCache {
  private final Path folder;

  /** A cache in that folder, which is made when first needed. */
  public VectorCache(Path folder) {
    this.folder = folder;
  }

  /** The same models, each asked only for what is not kept yet; closing them closes the files. */
  public Embedders over(Embedders models) throws IOException {
    Files.createDirectories(folder);
    Map<Space, Embedder> bySpace = new HashMap<>();
    Map<Language, Embedder> cached = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Embedder model = models.of(language);
      if (!bySpace.containsKey(model.space())) {
        bySpace.put(
            model.space(),
            new CachedEmbedder(
                model, VectorFile.open(file(model.space()), model.space().dimension())));
      }
      cached.put(language, bySpace.get(model.space()));
    }
    return new Embedders(cached);
  }

  private Path file(Space space) {
    return folder.resolve(space.toString().replaceAll("[^A-Za-z0-9._-]+", "_") + ".vectors");
  }
}
