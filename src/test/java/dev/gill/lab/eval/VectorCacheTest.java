package dev.gill.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  private final List<String> made = new ArrayList<>();

  private Embedders cached(Path folder, String model) throws Exception {
    Embedder counting = new Counting(new HashEmbedder(model, 8));
    return new VectorCache(folder)
        .over(new Embedders(Map.of(Language.ENGLISH, counting, Language.CHINESE, counting)));
  }

  private final class Counting implements Embedder {
    private final HashEmbedder model;

    Counting(HashEmbedder model) {
      this.model = model;
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
      made.addAll(texts);
      return model.embed(texts, role);
    }

    @Override
    public void close() {
      model.close();
    }
  }

  @Test
  void whatWasEmbeddedOnceIsNotEmbeddedAgain(@TempDir Path folder) throws Exception {
    List<float[]> first;
    try (Embedders embedders = cached(folder, "m")) {
      first = embedders.of(Language.ENGLISH).embed(List.of("roof", "key"), Role.PASSAGE);
    }
    try (Embedders embedders = cached(folder, "m")) {
      List<float[]> again =
          embedders.of(Language.CHINESE).embed(List.of("key", "roof", "key"), Role.PASSAGE);
      assertThat(again)
          .usingRecursiveComparison()
          .isEqualTo(List.of(first.get(1), first.get(0), first.get(1)));
    }
    assertThat(made).containsExactly("roof", "key");
  }

  @Test
  void questionsAndOtherModelsHaveVectorsOfTheirOwn(@TempDir Path folder) throws Exception {
    try (Embedders embedders = cached(folder, "m")) {
      embedders.of(Language.ENGLISH).embed(List.of("roof"), Role.PASSAGE);
      embedders.of(Language.ENGLISH).embed(List.of("roof"), Role.QUESTION);
    }
    try (Embedders embedders = cached(folder, "other")) {
      embedders.of(Language.ENGLISH).embed(List.of("roof"), Role.PASSAGE);
    }
    assertThat(made).containsExactly("roof", "roof", "roof");
  }

  @Test
  void whatAKilledProcessLeftHalfWrittenIsEmbeddedAgain(@TempDir Path folder) throws Exception {
    try (Embedders embedders = cached(folder, "m")) {
      embedders.of(Language.ENGLISH).embed(List.of("roof"), Role.PASSAGE);
    }
    Path file;
    try (var files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    Files.write(file, new byte[7], StandardOpenOption.APPEND);
    try (Embedders embedders = cached(folder, "m")) {
      embedders.of(Language.ENGLISH).embed(List.of("roof", "key"), Role.PASSAGE);
    }
    try (Embedders embedders = cached(folder, "m")) {
      embedders.of(Language.ENGLISH).embed(List.of("roof", "key"), Role.PASSAGE);
    }
    assertThat(made).containsExactly("roof", "key");
  }
}
