package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EnglishModelTest extends RealModelContract {
  EnglishModelTest() {
    super(RealModel.ENGLISH);
  }

  @Override
  List<List<String>> examples() {
    return List.of(
        List.of(
            "Who do I call when the payment service is down at night?",
            "Outside office hours, page the on-call engineer of the billing team.",
            "The billing team meets every Tuesday at ten.",
            "Payments are settled in euros at the end of each month."),
        List.of(
            "How many vacation days do I get?",
            "Everyone has 27 days of paid leave a year, and may carry five of them over.",
            "Ask your lead before you book a business trip.",
            "The office is closed on public holidays; bring your key."));
  }

  @Test
  void tokensAreWordPiecesWithoutSpecialOnes() {
    assertThat(embedder().tokens("Restore the database.")).isEqualTo(4);
    assertThat(embedder().tokens("kubernetes")).isGreaterThan(1);
    assertThat(embedder().capacity()).isEqualTo(510);
  }
}
