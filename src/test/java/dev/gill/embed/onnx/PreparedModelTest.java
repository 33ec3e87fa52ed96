package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.embed.onnx.prepare.ChannelRange;
import dev.gill.embed.onnx.prepare.Output;
import dev.gill.embed.onnx.prepare.Precision;
import dev.gill.embed.onnx.prepare.RowGraph;
import dev.gill.embed.onnx.prepare.UnknownGraphException;
import dev.gill.embed.onnx.prepare.WatchedGraph;
import dev.gill.model.Language;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prepared model is as good as the same as the published one, and the same in any company. */
@Tag("slow")
class PreparedModelTest {
  private static final int TEXTS = 1000;

  /** What is written from is the same for all forms. */
  private static List<Map<String, ChannelRange>> reaches = List.of();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {RealModel.ENGLISH, RealModel.CHINESE})
  void aThousandTextsHaveNearlyTheVectorsOfThePublishedModel(String name) throws Exception {
    ModelDescription model = ModelDescription.read(RealModel.description(name));
    List<String> texts = ManyTexts.of(TEXTS, language(name));
    double sum = 0;
    double least = 1;
    try (Embedder fast = RealModel.open(name);
        ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty());
        StockModel published = StockModel.open(model)) {
      List<float[]> vectors = fast.embed(texts, Role.PASSAGE);
      for (int i = 0; i < TEXTS; i++) {
        float[] exact =
            published
                .vectors(List.of(tokenizer.ids(model.passagePrefix() + texts.get(i))))
                .getFirst();
        double cosine = Fidelity.cosine(exact, vectors.get(i));
        sum += cosine;
        least = Math.min(least, cosine);
      }
    }
    assertThat(Prepared.find(model).orElseThrow().graph()).as("prepared").isPresent();
    assertThat(sum / TEXTS).as("on average").isGreaterThanOrEqualTo(0.999);
    assertThat(least).as("at worst").isGreaterThanOrEqualTo(0.998);
  }

  @ParameterizedTest
  @ValueSource(strings = {RealModel.ENGLISH, RealModel.CHINESE})
  void aTextHasTheSameVectorAloneAndInAnyCompanyOnAnyNumberOfThreads(String name) throws Exception {
    ModelDescription model = ModelDescription.read(RealModel.description(name));
    List<String> texts = ManyTexts.of(60, language(name));
    List<float[]> first;
    try (Embedder one = OnnxEmbedder.open(model, threads(1))) {
      first = one.embed(texts, Role.PASSAGE);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(4));
    try (Embedder many = OnnxEmbedder.open(model, threads(4))) {
      List<float[]> mixed = many.embed(order.stream().map(texts::get).toList(), Role.PASSAGE);
      for (int i = 0; i < order.size(); i++) {
        assertThat(mixed.get(i)).isEqualTo(first.get(order.get(i)));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(many.embed(texts.subList(i, i + 1), Role.PASSAGE).getFirst())
            .isEqualTo(first.get(i));
      }
    }
  }

  private static Language language(String name) {
    return name.equals(RealModel.CHINESE) ? Language.CHINESE : Language.ENGLISH;
  }

  private static OnnxSettings threads(int threads) {
    return new OnnxSettings(threads, Device.CPU, Map.<Language, String>of(), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyFormIsTheSameEachTimeItIsWrittenAndIsNearThePublishedModel(Precision precision)
      throws Exception {
    ModelDescription model = ModelDescription.read(RealModel.description(RealModel.CHINESE));
    Path file = folder.resolve("written.onnx");
    byte[] published = Files.readAllBytes(model.model().path());
    List<byte[]> written = new ArrayList<>();
    for (Map<String, ChannelRange> reaches : measuredTwice(model, published, file)) {
      written.add(RowGraph.of(published, reaches, precision, Output.FIRST));
    }
    assertThat(written.getLast()).isEqualTo(written.getFirst());
    Files.write(file, written.getFirst());
    try (RowModel fast = RowModel.open(model, file);
        StockModel exact = StockModel.open(model);
        ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty())) {
      assertThat(Fidelity.of(exact, fast, tokenizer).isEnough()).isTrue();
    }
  }

  private static List<Map<String, ChannelRange>> measuredTwice(
      ModelDescription model, byte[] published, Path place) throws Exception {
    if (reaches.isEmpty()) {
      try (ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty())) {
        List<long[]> texts = Fidelity.texts(tokenizer);
        reaches =
            List.of(
                Reaches.of(model, published, texts, place),
                Reaches.of(model, published, texts, place));
      }
    }
    return reaches;
  }

  @Test
  void aModelIsPreparedOnceAndAgainWhenItsPreparedFileIsGone() throws Exception {
    ModelDescription model = preparedCopy();
    Path prepared = Prepared.graph(model);
    Files.delete(prepared);
    OnnxEmbedder.open(model, threads(1)).close();
    assertThat(prepared).exists();
    var written = Files.getLastModifiedTime(prepared);
    OnnxEmbedder.open(model, threads(1)).close();
    assertThat(Files.getLastModifiedTime(prepared)).isEqualTo(written);
  }

  @Test
  void aDamagedPreparedFileIsFoundOut() throws Exception {
    ModelDescription model = preparedCopy();
    Files.writeString(Prepared.graph(model), "half a mod");
    assertThatThrownBy(() -> OnnxEmbedder.open(model, threads(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is damaged or another one");
  }

  @Test
  void whereAPreparedFileYieldsSomethingElseTheModelRunsAsPublished() throws Exception {
    ModelDescription model = preparedCopy();
    Prepared kept = Prepared.find(model).orElseThrow();
    List<Float> other = kept.expected().reversed();
    new Prepared(kept.graph(), kept.form(), other, kept.how()).keep(model);
    try (Embedder embedder = OnnxEmbedder.open(model, threads(1))) {
      assertThat(embedder.space()).isEqualTo(model.space(Prepared.PUBLISHED));
    }
  }

  @Test
  void aPreparedModelRunsWithoutThePublishedOne() throws Exception {
    ModelDescription model = preparedCopy();
    float[] before;
    try (Embedder both = OnnxEmbedder.open(model, threads(1))) {
      before = both.embed(List.of("鱼"), Role.PASSAGE).getFirst();
    }
    Files.delete(model.model().path());
    ModelDescription again =
        ModelDescription.read(folder.resolve(RealModel.CHINESE + "/model.properties"));
    try (Embedder alone = OnnxEmbedder.open(again, threads(1))) {
      assertThat(alone.embed(List.of("鱼"), Role.PASSAGE).getFirst()).isEqualTo(before);
    }
  }

  @Test
  void whereNeitherFormCanRunItIsSaidWhatToDo() throws Exception {
    ModelDescription model = preparedCopy();
    Prepared kept = Prepared.find(model).orElseThrow();
    new Prepared(kept.graph(), kept.form(), kept.expected().reversed(), kept.how()).keep(model);
    Files.delete(model.model().path());
    assertThatThrownBy(() -> OnnxEmbedder.open(model, threads(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("was prepared on another kind of processor")
        .hasMessageContaining("is not there: put it there, or prepare the model on this kind");
    Files.delete(Prepared.graph(model));
    assertThatThrownBy(() -> OnnxEmbedder.open(model, threads(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is missing: put it there");
  }

  @Test
  void aModelWhoseTokensAreAveragedIsPreparedToo() throws Exception {
    ModelDescription model = copy(RealModel.CHINESE, "mean");
    String text = "备份每天凌晨两点自动进行，保留三十天。";
    try (Embedder fast = OnnxEmbedder.open(model, threads(1));
        ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty());
        StockModel published = StockModel.open(model)) {
      float[] vector = fast.embed(List.of(text), Role.PASSAGE).getFirst();
      assertThat(Prepared.find(model).orElseThrow().graph()).isPresent();
      assertThat(
              Fidelity.cosine(vector, published.vectors(List.of(tokenizer.ids(text))).getFirst()))
          .isGreaterThan(0.998);
    }
  }

  @Test
  void aGraphOfAnotherShapeIsRefused() {
    byte[] other = WordsOnly.model(30_522, 4);
    assertThatThrownBy(() -> WatchedGraph.of(other))
        .isInstanceOf(UnknownGraphException.class)
        .hasMessageContaining("was expected");
  }

  @Test
  void aModelOfAnotherShapeRunsAsPublished() throws Exception {
    DescribedModel described = new DescribedModel(folder.resolve("words"), "words", "en");
    Path tokenizer =
        ModelDescription.read(RealModel.description(RealModel.ENGLISH)).tokenizer().path();
    described.file("words.onnx", WordsOnly.model(30_522, 4), "file");
    described.file("tokenizer.json", Files.readAllBytes(tokenizer), "tokenizer");
    ModelDescription model = ModelDescription.read(described.write());
    try (Embedder embedder = OnnxEmbedder.open(model, threads(1))) {
      assertThat(embedder.embed(List.of("backup"), Role.PASSAGE).getFirst()).hasSize(4);
    }
    Prepared kept = Prepared.find(model).orElseThrow();
    assertThat(kept.graph()).isEmpty();
    assertThat(kept.how()).startsWith("runs as published, because");
  }

  /** A model's files in a folder of their own, with what was prepared of it already. */
  private ModelDescription preparedCopy() throws Exception {
    RealModel.open(RealModel.CHINESE).close();
    ModelDescription model = copy(RealModel.CHINESE, "cls");
    Path real = RealModel.description(RealModel.CHINESE).getParent();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(real, "*.prepared.*")) {
      for (Path file : files) {
        Files.copy(file, folder.resolve(RealModel.CHINESE).resolve(file.getFileName()));
      }
    }
    assertThat(Prepared.find(model).orElseThrow().graph()).as("prepared").isPresent();
    return model;
  }

  /** A model's files in a folder of their own. */
  private ModelDescription copy(String name, String pooling) throws Exception {
    Path real = RealModel.description(name);
    Path own = Files.createDirectories(folder.resolve(name));
    ModelDescription model = ModelDescription.read(real);
    for (Path file : List.of(model.model().path(), model.tokenizer().path())) {
      Files.copy(file, own.resolve(file.getFileName()));
    }
    String text = Files.readString(real).replace("\npooling=cls", "\npooling=" + pooling);
    return ModelDescription.read(Files.writeString(own.resolve("model.properties"), text));
  }
}
