package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DeviceTest {
  private final ModelDescription model =
      ModelDescription.read(RealModel.description(RealModel.ENGLISH));

  @Test
  void aGpuThatIsNotThereIsAClearErrorWhereItIsAskedFor() throws Exception {
    assumeNoGpu();
    assertThatThrownBy(() -> OnnxEmbedder.open(model, on(Device.CUDA)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("No GPU can be used (")
        .hasMessageEndingWith("or set gill.embed.device to cpu or auto.");
  }

  @Test
  void withoutAGpuAutoIsTheCpu() throws Exception {
    assumeNoGpu();
    try (Embedder auto = OnnxEmbedder.open(model, on(Device.AUTO));
        Embedder cpu = RealModel.open(RealModel.ENGLISH)) {
      assertThat(auto.space()).isEqualTo(cpu.space());
      List<String> text = List.of("The backup runs at two.");
      assertThat(auto.embed(text, Role.PASSAGE).getFirst())
          .isEqualTo(cpu.embed(text, Role.PASSAGE).getFirst());
    }
  }

  @Test
  void aTextInABatchHasTheVectorThatItHasAlone() {
    try (ModelTokenizer tokenizer = ModelTokenizer.open(model, Optional.empty());
        StockModel published = StockModel.open(model)) {
      List<long[]> texts = ManyTexts.of(12, Language.ENGLISH).stream().map(tokenizer::ids).toList();
      List<float[]> together = published.vectors(texts);
      for (int i = 0; i < texts.size(); i++) {
        float[] alone = published.vectors(texts.subList(i, i + 1)).getFirst();
        assertThat(Fidelity.cosine(alone, together.get(i))).isEqualTo(1, within(1e-6));
      }
    }
  }

  private static void assumeNoGpu() throws OrtException {
    OnnxRuntime.environment();
    Assumptions.assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "built with -Pgpu: what happens without a GPU cannot be seen");
  }

  private static OnnxSettings on(Device device) {
    return new OnnxSettings(1, device, Map.of(), Optional.empty());
  }
}
