package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OnnxModelsTest {
  @TempDir Path folder;

  @Test
  void theModelsThatComeWithGillServeBothLanguages() throws InterruptedException {
    RealModel.description(RealModel.ENGLISH);
    RealModel.description(RealModel.CHINESE);
    try (Embedders embedders = new OnnxModels(RealModel.FOLDER, OnnxSettings.defaults()).open()) {
      assertThat(embedders.spaces().get(Language.ENGLISH).model()).startsWith("bge-small-en-v1.5@");
      assertThat(embedders.spaces().get(Language.CHINESE).model()).startsWith("embedder-zh@");
      assertThat(embedders.of(Language.ENGLISH).embed(List.of("backup"), Role.QUESTION))
          .singleElement()
          .satisfies(vector -> assertThat(vector).hasSize(384));
      assertThat(embedders.of(Language.CHINESE).embed(List.of("备份"), Role.QUESTION))
          .singleElement()
          .satisfies(vector -> assertThat(vector).hasSize(512));
    }
  }

  @Test
  void eachLanguageGetsTheModelThatListsIt() throws IOException {
    add("a", "en,de");
    add("b", "zh");
    assertThat(names(choose(Map.of())))
        .isEqualTo(Map.of(Language.ENGLISH, "a", Language.CHINESE, "b"));
  }

  @Test
  void oneModelMayServeSeveralLanguages() throws IOException {
    add("m", "en,zh");
    Map<Language, ModelDescription> chosen = choose(Map.of());
    assertThat(chosen.get(Language.ENGLISH)).isEqualTo(chosen.get(Language.CHINESE));
  }

  @Test
  void theSettingsChooseBetweenSeveral() throws IOException {
    add("a", "en");
    add("m", "en,zh");
    assertThatThrownBy(() -> choose(Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is for the language 'en' (a, m): choose one in the configuration");
    assertThat(names(choose(Map.of(Language.ENGLISH, "a"))))
        .isEqualTo(Map.of(Language.ENGLISH, "a", Language.CHINESE, "m"));
  }

  @Test
  void whatIsNotForUseByDefaultServesWhereItIsNamed() throws IOException {
    add("a", "en,zh");
    new DescribedModel(folder.resolve("b"), "b", "zh").with("default", "false").write();
    assertThat(names(choose(Map.of())))
        .isEqualTo(Map.of(Language.ENGLISH, "a", Language.CHINESE, "a"));
    assertThat(names(choose(Map.of(Language.CHINESE, "b"))))
        .isEqualTo(Map.of(Language.ENGLISH, "a", Language.CHINESE, "b"));
    Files.delete(folder.resolve("a/model.properties"));
    add("d", "en");
    assertThat(names(choose(Map.of()))).as("where no other is").containsValue("b");
    new DescribedModel(folder.resolve("c"), "c", "zh").with("default", "no").write();
    assertThatThrownBy(() -> choose(Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("set 'default' to true or false, not 'no'");
  }

  @Test
  void aLanguageWithoutAModelIsNamed() throws IOException {
    add("a", "en");
    assertThatThrownBy(() -> choose(Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("No model below")
        .hasMessageContaining("is for the language 'zh', only a");
    assertThatThrownBy(() -> choose(Map.of(Language.ENGLISH, "z")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("No model named 'z' below")
        .hasMessageContaining("is for the language 'en'");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new OnnxModels(folder.resolve("no"), OnnxSettings.defaults()).open())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("for models cannot be read");
  }

  private void add(String name, String languages) throws IOException {
    new DescribedModel(folder.resolve(name), name, languages).write();
    Files.createDirectories(folder.resolve(".unpacked"));
  }

  private Map<Language, ModelDescription> choose(Map<Language, String> chosen) {
    return new OnnxModels(folder, new OnnxSettings(1, Device.CPU, chosen, Optional.empty()))
        .choose(Set.of());
  }

  @Test
  void aModelThatWasMerelyAddedStopsNothing() throws IOException {
    add("a", "en");
    add("b", "en");
    add("m", "zh");
    Set<Space> index = Set.of(new Space("b@12345678", 384), new Space("m@12345678", 384));
    OnnxModels models = new OnnxModels(folder, OnnxSettings.defaults());
    assertThat(names(models.choose(index)))
        .isEqualTo(Map.of(Language.ENGLISH, "b", Language.CHINESE, "m"));
    assertThatThrownBy(() -> models.choose(Set.of(new Space("gone@12345678", 384))))
        .hasMessageContaining("(a, b): choose one");
  }

  @Test
  void aModelIsFoundByTheSpaceOfItsVectorsWhileItIsThere() {
    RealModel.description(RealModel.ENGLISH);
    OnnxModels models = new OnnxModels(RealModel.FOLDER, OnnxSettings.defaults());
    try (Embedders chosen = models.open()) {
      Space english = chosen.spaces().get(Language.ENGLISH);
      assertThat(models.openIn(english, Language.ENGLISH))
          .hasValueSatisfying(
              again -> {
                assertThat(again.space()).isEqualTo(english);
                again.close();
              });
      assertThat(models.openIn(english, Language.CHINESE)).isEmpty();
      Space other = new Space("bge-small-en-v1.5@00000000", 384);
      assertThat(models.openIn(other, Language.ENGLISH)).isEmpty();
    }
  }

  private static Map<Language, String> names(Map<Language, ModelDescription> chosen) {
    return Map.of(
        Language.ENGLISH, chosen.get(Language.ENGLISH).name(),
        Language.CHINESE, chosen.get(Language.CHINESE).name());
  }
}
