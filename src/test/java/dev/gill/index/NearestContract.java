package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.ZH;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.model.Space;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The leg by vectors. */
interface NearestContract extends WithEngine {
  private List<Hit> found(float[] vector, int k) {
    return search(near(vector), ANYONE, k);
  }

  private static DocWrite pointing(String key, double cosine) {
    return doc(headOf(id(key), "r1", EVERYONE), at(cosine), "text of " + key);
  }

  @Test
  default void aQuestionOfAnyLengthIsComparedByDirection() {
    commit(Changes.write(pointing("a", 0.5)));
    float[] longer = at(1);
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= 7;
    }
    assertThat(found(longer, 1).getFirst().score()).isCloseTo(0.5, within(1e-5));
  }

  @Test
  default void vectorsOfTwoSpacesAreNeverCompared() {
    commit(Changes.write(doc("a", "fish", "鱼")));
    var query = new IndexQuery.Nearest(ZH, vector(ZH, "鱼"));
    List<Hit> hits = search(query, ANYONE, 5);
    assertThat(Samples.texts(hits)).containsExactly("鱼");
    assertThat(Samples.texts(found(vector(EN, "fish"), 5))).containsExactly("fish");
    Space unknown = new Space("unknown", 8);
    var nowhere = new IndexQuery.Nearest(unknown, at(1));
    assertThat(search(nowhere, ANYONE, 5)).isEmpty();
  }

  @Test
  default void whatWordsFindTellsItsNearnessIfAsked() {
    commit(Changes.write(pointing("far", 0.1), pointing("near", 0.9)));
    List<Hit> hits =
        search(
            new IndexQuery.Lexical("text near", Optional.of(new IndexQuery.Nearest(EN, at(1)))),
            ANYONE,
            5);
    assertThat(keys(hits)).containsExactly("near", "far");
    assertThat(hits.get(0).cosine().orElseThrow()).isCloseTo(0.9, within(1e-5));
    assertThat(hits.get(1).cosine().orElseThrow()).isCloseTo(0.1, within(1e-5));
    assertThat(hits.get(0).score())
        .isEqualTo(search(Samples.words("text near"), ANYONE, 1).getFirst().score());
    assertThat(search(Samples.words("text"), ANYONE, 5)).allMatch(hit -> hit.cosine().isEmpty());
  }

  @Test
  default void whatWordsFindInAnotherSpaceTellsNoNearness() {
    commit(Changes.write(doc("a", "fish", "鱼 fish")));
    var beside = new IndexQuery.Nearest(ZH, vector(ZH, "鱼"));
    List<Hit> hits = search(new IndexQuery.Lexical("fish", Optional.of(beside)), ANYONE, 5);
    assertThat(hits)
        .filteredOn(hit -> hit.cosine().isEmpty())
        .extracting(hit -> hit.passage().chunk().text())
        .containsExactly("fish");
    var nowhere = new IndexQuery.Nearest(new Space("unknown", 8), at(1));
    assertThat(search(new IndexQuery.Lexical("fish", Optional.of(nowhere)), ANYONE, 5))
        .allMatch(hit -> hit.cosine().isEmpty());
  }

  @Test
  default void anEmptyIndexHasNoNearest() {
    assertThat(found(at(1), 5)).isEmpty();
    assertThat(found(at(1), Integer.MAX_VALUE)).isEmpty();
  }
}
