package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.model.SourceId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What looks like a secret is in no index, unless a source's setting says so. */
class MaskedSecretsTest {
  private static final String TEXT = "# Wi-Fi\n\nThe guests' password: Tulip-88!x\n";

  @Test
  void a_secret_is_neither_kept_nor_embedded_and_is_counted() throws Exception {
    ScriptedSource wiki = new ScriptedSource("wiki").tell(upsert("wifi.md", TEXT));
    try (Bench bench = new Bench();
        Breathing breathing = bench.follow(wiki)) {
      breathing.breatheOnce();

      assertThat(bench.document("wifi.md").orElseThrow().text())
          .isEqualTo("# Wi-Fi\n\nThe guests' password: ••••••••");
      assertThat(bench.document("wifi.md").orElseThrow().head().leftOut())
          .containsExactly(new LeftOut("document", LeftOut.Kind.SECRET, 1));
      assertThat(bench.model().embedded()).isNotEmpty().noneMatch(text -> text.contains("Tulip"));
    }
  }

  @Test
  void a_source_may_be_taken_as_it_is_and_masked_later() throws Exception {
    ScriptedSource wiki = new ScriptedSource("wiki").tell(upsert("wifi.md", TEXT));
    try (Bench bench = new Bench()) {
      try (Breathing plain = bench.follow(bench.unmasking(Set.of(new SourceId("wiki"))), wiki)) {
        plain.breatheOnce();
      }
      assertThat(bench.document("wifi.md").orElseThrow().text()).contains("Tulip-88!x");

      try (Breathing masking = bench.follow(wiki)) {
        masking.breatheOnce();
      }
      assertThat(bench.document("wifi.md").orElseThrow().text()).doesNotContain("Tulip-88!x");
    }
  }
}
