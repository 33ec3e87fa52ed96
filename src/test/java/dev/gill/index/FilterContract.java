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

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may not read a chunk never meets it, and it takes nobody else's place. */
interface FilterContract extends WithEngine {
  private List<Hit> found(IndexQuery query, Filter filter, int k) {
    return search(query, filter, k);
  }

  /** Says "salary" once among other words; the cosine with the question is small. */
  private static DocWrite poor(String key, Audience audience) {
    String text = "one salary among many other words that make this a poor answer to it " + key;
    return doc(headOf(id(key), "r1", audience), at(0.1), text);
  }

  /** Says nothing but "salary", and is as near as can be. */
  private static DocWrite best(int number, Audience audience) {
    return doc(headOf(id("secret" + number), "r1", audience), at(1), "salary salary salary");
  }

  @Test
  default void thousandsOfForbiddenChunksThatScoreBetterHideNothingAndLeakNothing() {
    DocWrite[] secrets =
        IntStream.range(0, 3_000).mapToObj(i -> best(i, groups("board"))).toArray(DocWrite[]::new);
    commit(Changes.write(secrets));
    commit(
        Changes.write(
            poor("a", EVERYONE),
            poor("b", groups("staff")),
            poor("c", groups("staff", "board")),
            poor("d", groups("board"))));
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(keys(found(query, ANYONE, 1))).containsExactly("a");
      assertThat(keys(found(query, ANYONE, 50))).containsExactly("a");
      assertThat(keys(found(query, member("staff"), 3))).containsExactly("a", "b", "c");
      assertThat(keys(found(query, member("other"), 3))).containsExactly("a");
      assertThat(keys(found(query, member("board"), 5)))
          .hasSize(5)
          .allMatch(key -> key.startsWith("secret"));
    }
  }

  @Test
  default void aGroupCalledEveryoneIsNotEveryone() {
    commit(Changes.write(poor("group", groups("everyone")), poor("all", EVERYONE)));
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(keys(found(query, ANYONE, 5))).containsExactly("all");
      assertThat(keys(found(query, member("everyone"), 5))).containsExactly("all", "group");
      assertThat(keys(found(query, member("group:everyone", "*", "group:"), 5)))
          .containsExactly("all");
    }
  }

  @Test
  default void groupNamesAreTakenAsTheyAre() {
    commit(
        Changes.write(
            poor("spaced", groups("human resources")),
            poor("cased", groups("HR")),
            poor("chinese", groups("人事")),
            poor("comma", groups("a,b"))));
    IndexQuery query = words("salary");
    assertThat(keys(found(query, member("human resources"), 5))).containsExactly("spaced");
    assertThat(keys(found(query, member("human", "resources", "hr", "a", "b"), 5))).isEmpty();
    assertThat(keys(found(query, member("人事", "a,b"), 5)))
        .containsExactlyInAnyOrder("chinese", "comma");
  }

  @Test
  default void aChangeOfAudienceTakesEffect() {
    commit(Changes.write(poor("a", EVERYONE)));
    commit(Changes.write(poor("a", groups("board"))));
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(found(query, ANYONE, 5)).isEmpty();
      assertThat(found(query, member("board"), 5)).hasSize(1);
    }
  }

  @Test
  default void onlyTheSourcesAskedForAreSearchedBeforeTheBestAreChosen() {
    SourceId git = new SourceId("git");
    SourceId chat = new SourceId("chat");
    DocWrite[] louder =
        IntStream.range(0, 500).mapToObj(i -> best(i, EVERYONE)).toArray(DocWrite[]::new);
    commit(Changes.write(louder));
    commit(Changes.of(git).and(of(git, EVERYONE), of(git, groups("board"))));
    commit(Changes.of(chat).and(of(chat, EVERYONE)));
    Filter onlyGit = new Filter(Reader.anyone(), Set.of(git));
    Filter both = new Filter(Reader.member("board"), Set.of(git, chat));
    Filter none = new Filter(Reader.anyone(), Set.of(new SourceId("unheard-of")));
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(found(query, onlyGit, 2))
          .extracting(hit -> hit.passage().doc().toString())
          .containsExactly("git:everyone");
      assertThat(found(query, both, 9))
          .extracting(hit -> hit.passage().doc().source())
          .containsOnly(git, chat)
          .hasSize(3);
      assertThat(found(query, none, 9)).isEmpty();
      assertThat(found(query, ANYONE, 9))
          .extracting(hit -> hit.passage().doc().source())
          .containsOnly(WIKI);
    }
  }

  @Test
  default void onlyWhatWasWrittenInThatTimeIsSearchedBeforeTheBestAreChosen() {
    DocWrite[] louder =
        IntStream.range(0, 500).mapToObj(i -> best(i, EVERYONE)).toArray(DocWrite[]::new);
    commit(Changes.write(louder));
    commit(Changes.write(written("2025", "2025-12-31T23:59:59Z")));
    commit(Changes.write(written("2027", "2027-01-01T00:00:00Z")));
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    for (IndexQuery query : List.of(words("salary"), near(at(1)))) {
      assertThat(keys(found(query, during(Optional.empty(), Optional.of(day("2026-01-01"))), 3)))
          .containsExactly("2025");
      assertThat(keys(found(query, during(Optional.of(end), Optional.empty()), 3)))
          .containsExactly("2027");
      assertThat(keys(found(query, during(Optional.of(day("2026-01-01")), Optional.of(end)), 600)))
          .hasSize(500);
      assertThat(found(query, during(Optional.of(end), Optional.of(end)), 3)).isEmpty();
    }
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }

  private static Filter during(Optional<Instant> from, Optional<Instant> before) {
    return new Filter(Reader.anyone(), new Restriction(Set.of(), from, before));
  }

  private static DocWrite written(String key, String time) {
    Origin origin = new Origin("", "Title", "", Instant.parse(time));
    DocHead head = new DocHead(id(key), "r1", origin, Scopes.of(id(key), EVERYONE), "any");
    return doc(head, at(0.1), "one salary among many other words " + key);
  }

  private static DocWrite of(SourceId source, Audience audience) {
    DocId id = new DocId(source, audience.toString());
    return doc(headOf(id, "r1", audience), at(0.1), "one salary among many other words " + id);
  }
}
