package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ModelDescriptionTest {
  @TempDir Path folder;
  private DescribedModel described;

  @BeforeEach
  void describe() throws Exception {
    described = new DescribedModel(folder.resolve("fish"), "fish", "en, zh");
  }

  @Test
  void readsWhatIsWritten() throws Exception {
    ModelDescription model = ModelDescription.read(described.write());
    assertThat(model.name()).isEqualTo("fish");
    assertThat(model.model().path()).hasFileName("fish.onnx");
    assertThat(model.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(model.questionPrefix()).isEqualTo("问题: ");
    assertThat(model.passagePrefix()).isEmpty();
    assertThat(model.maxTokens()).isEqualTo(512);
    assertThat(model.languages()).containsExactlyInAnyOrder("en", "zh");
    assertThat(model.speaks(Language.CHINESE)).isTrue();
    model.model().verify();
    model.tokenizer().verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {RealModel.ENGLISH, RealModel.CHINESE})
  void theModelsThatComeWithGillAreAsDescribed(String name) {
    ModelDescription model = ModelDescription.read(RealModel.description(name));
    model.model().verify();
    model.tokenizer().verify();
    assertThat(model.name()).isEqualTo(name);
    assertThat(model.licence()).isEqualTo("MIT");
  }

  @Test
  void theSpaceChangesWithWhatAPassagesVectorDependsOn() throws Exception {
    var space = spaceOf(described);
    assertThat(space.model()).matches("fish@[0-9a-f]{8}");
    assertThat(space.dimension()).isEqualTo(4);
    assertThat(spaceOf(described.with("prefix.question", "q: "))).isEqualTo(space);
    assertThat(spaceOf(described.with("prefix.passage", "p: "))).isNotEqualTo(space);
    described.with("prefix.passage", "").with("characters", "simplified");
    assertThat(spaceOf(described)).isNotEqualTo(space);
    described.with("characters", "any").with("pooling", "cls");
    assertThat(spaceOf(described)).isNotEqualTo(space);
  }

  @Test
  void aPreparedGraphMakesASpaceOfItsOwn() throws Exception {
    ModelDescription model = ModelDescription.read(described.write());
    assertThat(model.space("another form")).isNotEqualTo(model.space(Prepared.PUBLISHED));
  }

  private static Space spaceOf(DescribedModel described) throws IOException {
    ModelDescription model = ModelDescription.read(described.write());
    return model.space(Prepared.PUBLISHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pooling       | max    | set 'pooling' to cls, mean or, for a reader, none, not 'max'
          dimension     | 0      | set 'dimension' to a whole number above 0, not '0'
          max-tokens    | many   | set 'max-tokens' to a whole number above 0, not 'many'
          characters    | fish   | set 'characters' to any or simplified, not 'fish'
          name          | ''     | give 'name' a value
          languages     | ' '    | give 'languages' a value
          file.sha256   | ABC    | correct 'file.sha256': a SHA-256 has 64 hexadecimal digits
          prefix.quesion| q      | the key 'prefix.quesion' is unknown; use only name, file,
          tokenizer     | t.json | t.json is missing: put it there or, if the model comes
          """)
  void whatIsWrongIsNamedWithTheMend(String key, String value, String message) {
    assertWrong(() -> ModelDescription.read(described.with(key, value).write()), message);
  }

  @Test
  void aMissingPrefixIsAskedFor() {
    assertWrong(
        () -> ModelDescription.read(described.with("prefix.passage", null).write()),
        "give 'prefix.passage', empty if the model has none");
  }

  @Test
  void aFileThatIsNotThereOrNotTextIsNamed() throws Exception {
    assertWrong(() -> ModelDescription.read(folder.resolve("none.properties")), "cannot be read");
    Path latin = folder.resolve("latin.properties");
    Files.write(latin, "name=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertWrong(() -> ModelDescription.read(latin), "latin.properties cannot be read");
  }

  @Test
  void aDamagedModelIsFoundOut() throws Exception {
    Path tokenizer =
        ModelDescription.read(RealModel.description(RealModel.ENGLISH)).tokenizer().path();
    described.file("tokenizer.json", Files.readAllBytes(tokenizer), "tokenizer");
    ModelDescription model = ModelDescription.read(described.write());
    Files.writeString(model.model().path(), "half a mod");
    assertWrong(
        () -> OnnxEmbedder.open(model, OnnxSettings.defaults()),
        "fish.onnx is damaged or another one (SHA-256 ");
  }

  @Test
  void aFileThatIsNoModelIsFoundOut() throws Exception {
    ModelDescription model = ModelDescription.read(described.write());
    assertWrong(() -> StockModel.open(model), "fish.onnx cannot be opened");
    assertWrong(() -> OnnxEmbedder.open(model, OnnxSettings.defaults()), "tokenizer.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dimension=384  | dimension=768  | correct the dimension in its model.properties
          max-tokens=512 | max-tokens=2   | raise 'max-tokens' in its model.properties above 2
          """)
  void whatDoesNotFitTheModelIsFoundOutWhenItIsOpened(String right, String wrong, String message)
      throws Exception {
    Path real = RealModel.description(RealModel.ENGLISH).toAbsolutePath();
    String text =
        Files.readString(real)
            .replace(right, wrong)
            .replace("\nfile=", "\nfile=" + real.getParent() + "/")
            .replace("\ntokenizer=", "\ntokenizer=" + real.getParent() + "/");
    ModelDescription model =
        ModelDescription.read(Files.writeString(folder.resolve("wrong.properties"), text));
    assertWrong(() -> OnnxEmbedder.open(model, OnnxSettings.defaults()), message);
  }

  private static void assertWrong(ThrowingCallable read, String message) {
    assertThatThrownBy(read)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith(".");
  }
}
