package dev.gill.index;

import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.ZH;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Fingerprint;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only new text needs embedding: what has a vector anywhere is found by its fingerprint. */
interface VectorsContract extends WithEngine {
  @Test
  default void vectorsAreFoundInWhicheverDocument() {
    commit(Changes.write(doc("a", "one", "two")));
    commit(Changes.write(doc("b", "three")));
    Fingerprint two = Fingerprint.of("two");
    Fingerprint three = Fingerprint.of("three");
    Map<Fingerprint, float[]> found = vectors(EN, Set.of(two, three, Fingerprint.of("four")));
    assertThat(found).containsOnlyKeys(two, three);
    assertThat(found.get(two)).isEqualTo(vector(EN, "two"));
    assertThat(found.get(three)).isEqualTo(vector(EN, "three"));
  }

  @Test
  default void aVectorStaysWhileOneOfTheDocumentsThatShareItStays() {
    Fingerprint shared = Fingerprint.of("shared");
    commit(Changes.write(doc("a", "x", "shared"), doc("b", "shared", "y")));
    commit(Changes.of(WIKI).delete(id("a")));
    assertThat(vectors(EN, Set.of(shared)).get(shared)).isEqualTo(vector(EN, "shared"));
    commit(Changes.write(doc("b", "y")));
    assertThat(vectors(EN, Set.of(shared))).isEmpty();
  }

  @Test
  default void aTextTwiceInOneDocumentHasOneVector() {
    commit(Changes.write(doc("a", "again", "again")));
    Fingerprint again = Fingerprint.of("again");
    assertThat(vectors(EN, Set.of(again))).containsOnlyKeys(again);
    assertThat(ledger(WIKI).chunks()).isEqualTo(2);
  }

  @Test
  default void spacesAreKeptApart() {
    commit(Changes.write(doc("a", "fish", "鱼")));
    Set<Fingerprint> both = Set.of(Fingerprint.of("fish"), Fingerprint.of("鱼"));
    assertThat(vectors(EN, both)).containsOnlyKeys(Fingerprint.of("fish"));
    assertThat(vectors(ZH, both)).containsOnlyKeys(Fingerprint.of("鱼"));
  }

  @Test
  default void manyAreFoundAtOnceAndNoneInNothing() {
    String[] paragraphs =
        IntStream.range(0, 500).mapToObj(i -> "paragraph " + i).toArray(String[]::new);
    assertThat(vectors(EN, Set.of(Fingerprint.of("x")))).isEmpty();
    commit(Changes.write(doc("a", paragraphs)));
    Set<Fingerprint> wanted =
        IntStream.range(0, 500)
            .mapToObj(i -> Fingerprint.of("paragraph " + i))
            .collect(Collectors.toSet());
    Map<Fingerprint, float[]> found = vectors(EN, wanted);
    assertThat(found.keySet()).isEqualTo(wanted);
    assertThat(found.get(Fingerprint.of("paragraph 321"))).isEqualTo(vector(EN, "paragraph 321"));
    assertThat(vectors(EN, Set.of())).isEmpty();
  }
}
