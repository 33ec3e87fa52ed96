package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.Utils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTokenizerTest {
  private static final Map<String, String> CUT_AT_512 =
      Map.of("truncation", "true", "maxLength", "512", "padding", "false");

  @ParameterizedTest
  @ValueSource(strings = {RealModel.ENGLISH, RealModel.CHINESE})
  void tokensAreThoseOfTheReference(String name) throws Exception {
    ModelDescription model = ModelDescription.read(RealModel.description(name));
    List<String> texts =
        List.of("", "Fish 🐟 and 鱼。", "two\nlines\tand\u00a0spaces", "cafe\u0301", "鱼".repeat(600));
    try (ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty());
        HuggingFaceTokenizer reference =
            HuggingFaceTokenizer.newInstance(model.tokenizer().path(), CUT_AT_512)) {
      for (String text : texts) {
        assertThat(tokenizer.ids(text)).as(text).isEqualTo(reference.encode(text).getIds());
        assertThat(tokenizer.count(text))
            .as(text)
            .isGreaterThanOrEqualTo(tokenizer.ids(text).length - 2);
      }
      assertThat(tokenizer.count("鱼".repeat(600))).isEqualTo(600);
      assertThat(tokenizer.room()).isEqualTo(510);
    }
  }

  @Test
  void theLibraryNeitherReportsItsUseNorDownloads() {
    ModelDescription model = ModelDescription.read(RealModel.description(RealModel.ENGLISH));
    ModelTokenizer.open(model, Optional.empty()).close();
    assertThat(Utils.isOfflineMode()).isTrue();
  }
}
