package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecallTest {
  @Test
  void tellsApartWhatTheReaderMayRead() {
    Recall recall = new Recall();
    recall.add(9, 10, true);
    recall.add(3, 10, false);
    assertThat(recall.share()).isEqualTo(0.6);
    assertThat(recall.row(Share.HALF).figures())
        .containsEntry("recall@10", 0.6)
        .containsEntry("asked of what may be read", 0.9);
  }

  @Test
  void saysSoWhereNothingAskedForMayBeRead() {
    Recall recall = new Recall();
    recall.add(3, 10, false);
    assertThat(recall.row(Share.ONE).figures()).containsEntry("asked of what may be read", "none");
  }
}
