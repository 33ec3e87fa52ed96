package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.failure;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.texts;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Check;
import dev.gill.model.Fingerprint;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A snapshot stays as it is, and engines and snapshots may be closed in any order. */
interface SnapshotContract extends WithEngine {
  @Test
  default void aSnapshotStaysAsItIs() {
    engine().commit(Changes.write(doc("a", "salmon one"), doc("b", "salmon two")).upTo("c1"));
    try (Snapshot before = engine().snapshot()) {
      engine()
          .commit(
              Changes.write(doc("a", "trout"), doc("c", "salmon three"))
                  .delete(id("b"))
                  .fail(failure("d", "broken"))
                  .upTo("c2"));
      assertThat(texts(before.search(words("salmon"), ANYONE, 9)))
          .containsExactly("salmon one", "salmon two");
      assertThat(before.document(id("a")).orElseThrow().text()).isEqualTo("salmon one");
      assertThat(before.documents(WIKI)).containsExactly(id("a"), id("b"));
      assertThat(before.ledger(WIKI).checkpoint().orElseThrow().cursor().value()).isEqualTo("c1");
      assertThat(before.ledger(WIKI).failures()).isEmpty();
      assertThat(before.vectors(EN, Set.of(Fingerprint.of("salmon two")))).hasSize(1);
    }
    assertThat(texts(search(words("salmon"), ANYONE, 9))).containsExactly("salmon three");
  }

  @Test
  default void aSnapshotMayBeClosedTwiceAndHarmsNoOther() {
    commit(Changes.write(doc("a", "salmon")));
    Snapshot first = engine().snapshot();
    try (Snapshot second = engine().snapshot()) {
      first.close();
      first.close();
      first.close();
      assertThat(second.document(id("a"))).isPresent();
    }
    assertThat(document(id("a"))).isPresent();
  }

  @Test
  default void aClosedSnapshotSaysSo() {
    Snapshot snapshot = engine().snapshot();
    snapshot.close();
    assertThatThrownBy(() -> snapshot.head(id("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> snapshot.search(words("a"), ANYONE, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void aSnapshotOutlivesItsEngine() {
    commit(Changes.write(doc("a", "salmon")));
    try (Snapshot snapshot = engine().snapshot()) {
      engine().close();
      assertThat(texts(snapshot.search(words("salmon"), ANYONE, 9))).containsExactly("salmon");
      assertThat(snapshot.document(id("a"))).isPresent();
    }
  }

  @Test
  default void aClosedEngineSaysSo() {
    assertThat(engine().check()).isEqualTo(new Check.Ok());
    engine().close();
    engine().close();
    assertThat(engine().check()).isInstanceOf(Check.Down.class);
    assertThatThrownBy(() -> engine().snapshot())
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> commit(Changes.write(doc("a", "x"))))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("closed");
  }
}
