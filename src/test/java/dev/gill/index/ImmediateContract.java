package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.groups;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.member;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is committed is visible once the commit returns. */
interface ImmediateContract extends WithEngine {
  @Test
  default void whatIsCommittedIsVisibleToWhoLooksNext() {
    for (int number = 0; number < 20; number++) {
      engine().commit(Changes.write(doc("a", "fish" + number)).upTo("c" + number));
      try (Snapshot now = engine().snapshot()) {
        assertThat(keys(now.search(words("fish" + number), ANYONE, 5))).containsExactly("a");
        assertThat(now.document(id("a")).orElseThrow().text()).isEqualTo("fish" + number);
        assertThat(now.ledger(WIKI).checkpoint().orElseThrow().cursor().value())
            .isEqualTo("c" + number);
      }
    }
  }

  @Test
  default void aChangeOfAudienceTakesEffectAtOnce() {
    engine()
        .commit(Changes.write(doc(headOf(id("a"), "r1", EVERYONE), at(0.1), "salary")).upTo("1"));
    engine()
        .commit(
            Changes.write(doc(headOf(id("a"), "r1", groups("board")), at(0.1), "salary"))
                .upTo("2"));
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(search(query, ANYONE, 5)).isEmpty();
      assertThat(search(query, member("board"), 5)).hasSize(1);
    }
  }
}
