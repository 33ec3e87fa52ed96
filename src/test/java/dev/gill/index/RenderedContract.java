package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.groups;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.vector;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.model.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The leg by what another language's words may be called. */
interface RenderedContract extends WithEngine {
  private static IndexQuery english(String... words) {
    List<List<String>> renderings = Arrays.stream(words).map(w -> List.of(w.split("/"))).toList();
    return new IndexQuery.Rendered(Language.ENGLISH, renderings, Optional.empty());
  }

  @Test
  default void aPassageIsFoundByAnyRendering() {
    commit(Changes.write(doc("a", "tape robot"), doc("b", "backup disk"), doc("c", "lunch menu")));
    List<Hit> hits = search(english("reserve/backup", "tape"), ANYONE, 5);
    assertThat(keys(hits)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  default void twoOfOneWordCountLessThanTwoWords() {
    commit(
        Changes.write(
            doc("a", "keep retain"), doc("b", "keep tape"), doc("c", "x"), doc("d", "y")));
    IndexQuery query = english("keep/retain", "tape");
    assertThat(keys(search(query, ANYONE, 5))).containsExactly("b", "a");
  }

  @Test
  default void onlyPassagesOfThatLanguageAreSearched() {
    commit(Changes.write(doc("a", "用 tape 备份数据库"), doc("b", "tape robot")));
    assertThat(keys(search(english("tape"), ANYONE, 5))).containsExactly("b");
    IndexQuery chinese =
        new IndexQuery.Rendered(Language.CHINESE, List.of(List.of("备份")), Optional.empty());
    assertThat(keys(search(chinese, ANYONE, 5))).containsExactly("a");
  }

  @Test
  default void nobodyFindsWhatTheyMayNotRead() {
    commit(Changes.write(doc(headOf(id("a"), "r1", groups("hr")), "tape robot")));
    assertThat(search(english("tape"), ANYONE, 5)).isEmpty();
  }

  @Test
  default void hitsTellTheirNearness() {
    commit(Changes.write(doc("a", "tape robot")));
    var near = new IndexQuery.Nearest(EN, vector(EN, "tape robot"));
    IndexQuery query =
        new IndexQuery.Rendered(Language.ENGLISH, List.of(List.of("tape")), Optional.of(near));
    assertThat(search(query, ANYONE, 5).getFirst().cosine().orElseThrow())
        .isCloseTo(1, within(0.05));
  }

  @Test
  default void withoutWordsNothingIsFound() {
    commit(Changes.write(doc("a", "tape robot")));
    assertThat(search(english(), ANYONE, 5)).isEmpty();
    assertThat(search(english("the"), ANYONE, 5)).isEmpty();
  }
}
