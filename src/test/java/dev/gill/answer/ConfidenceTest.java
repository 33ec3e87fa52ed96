package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  @ParameterizedTest
  @CsvSource({
    "1, ANSWERED",
    "0.5, ANSWERED",
    "0.49, NEAR",
    "0.3, NEAR",
    "0.29, UNKNOWN",
    "0, UNKNOWN"
  })
  void betweenAnAnswerAndNoneIsWhatIsNear(double confidence, Assessment.Verdict verdict) {
    assertThat(Confidence.verdict(confidence)).isEqualTo(verdict);
  }
}
