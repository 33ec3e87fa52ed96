package dev.gill.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenderingsTest {
  private static Map<String, Double> weights(Set<String> known, List<List<String>> words) {
    return Renderings.weights(words, Words::in, known::contains);
  }

  @Test
  void renderingsOfAWordCountOneWordTogetherTheLikeliestMost() {
    Map<String, Double> weights =
        weights(
            Set.of("keep", "retain", "backup"),
            List.of(List.of("keep", "retain"), List.of("backup")));
    assertThat(weights.get("keep") + weights.get("retain")).isCloseTo(1, within(1e-9));
    assertThat(weights.get("keep") / weights.get("retain")).isCloseTo(Math.sqrt(2), within(1e-9));
    assertThat(weights.get("backup")).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatTheIndexLacksLeavesItsShareToTheOthers() {
    assertThat(weights(Set.of("retain"), List.of(List.of("keep", "hold retain", "retain"))))
        .isEqualTo(Map.of("retain", 1.0));
    assertThat(weights(Set.of(), List.of(List.of("keep")))).isEmpty();
  }

  @Test
  void aRenderingOfSeveralTermsPartsItsShare() {
    assertThat(weights(Set.of("turns", "take"), List.of(List.of("take turns"))))
        .isEqualTo(Map.of("take", 0.5, "turns", 0.5));
  }

  @Test
  void aWordCountsAsAWholeAndNotByItsCharacters() {
    assertThat(weights(Set.of("备", "份", "备份"), List.of(List.of("备份"))))
        .isEqualTo(Map.of("备份", 1.0));
  }
}
