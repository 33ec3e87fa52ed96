package dev.gill.index;

import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.Rounds;
import dev.gill.model.Access;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.Person;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rights lie in the index beside the documents, and decide who meets what. */
interface AccessContract extends WithEngine {
  Scope SPACE = new Scope(WIKI, "space");
  GroupId STAFF = new GroupId("wiki", "staff");
  GroupId BOARD = new GroupId("wiki", "board");

  private static DocWrite in(Scope scope, String key) {
    Origin origin = new Origin("", key, "", Samples.NOON);
    DocHead head = new DocHead(id(key), "r1", origin, scope, Samples.RECIPE);
    return doc(head, at(0.5), "salary of " + key);
  }

  private static Audience members(GroupId... groups) {
    return new Audience.AnyOf(Set.of(groups));
  }

  private static Filter known(Identity... identities) {
    return Filter.of(Reader.known(identities));
  }

  private void report(Rights rights) {
    engine().commit(Changeset.of(WIKI, rights));
  }

  private List<String> foundBy(Filter filter) {
    List<String> byWords = keys(search(words("salary"), filter, 9));
    assertThat(keys(search(near(at(1)), filter, 9))).containsExactlyElementsOf(byWords);
    return byWords;
  }

  @Test
  default void untilAScopeIsKnownNobodyReadsIt() {
    commit(Changes.write(in(SPACE, "a")));
    assertThat(foundBy(Filter.of(new Reader(Set.of(), Set.of(STAFF, BOARD))))).isEmpty();
    report(Rights.of(SPACE, new Audience.Everyone()));
    assertThat(foundBy(Samples.ANYONE)).containsExactly("a");
  }

  @Test
  default void aChangeOfMembersIsAChangeOfWhatTheyFind() {
    Identity anna = new Identity("wiki", "anna");
    commit(Changes.write(in(SPACE, "a")));
    report(Rights.of(SPACE, members(STAFF)));
    assertThat(foundBy(known(anna))).isEmpty();
    report(new Rights(Map.of(), Map.of(STAFF, Set.of(Person.of(anna)))));
    assertThat(foundBy(known(anna))).containsExactly("a");
    report(new Rights(Map.of(), Map.of(STAFF, Set.of())));
    assertThat(foundBy(known(anna))).isEmpty();
  }

  @Test
  default void theReaderOfARestrictedPageBelongsToAllOfItsSets() {
    commit(Changes.write(in(SPACE, "a")));
    report(Rights.of(SPACE, members(STAFF).and(members(BOARD))));
    assertThat(foundBy(Filter.of(new Reader(Set.of(), Set.of(STAFF))))).isEmpty();
    assertThat(foundBy(Filter.of(new Reader(Set.of(), Set.of(STAFF, BOARD))))).containsExactly("a");
  }

  @Test
  default void aSnapshotKeepsTheRightsOfItsMoment() {
    commit(Changes.write(in(SPACE, "a")));
    report(Rights.of(SPACE, new Audience.Everyone()));
    try (Snapshot before = engine().snapshot()) {
      report(Rights.of(SPACE, new Audience.Nobody()));
      assertThat(before.search(words("salary"), Samples.ANYONE, 9)).hasSize(1);
      assertThat(foundBy(Samples.ANYONE)).isEmpty();
    }
  }

  @Test
  default void whatASourceReportedGoesWithIt() {
    commit(Changes.write(in(SPACE, "a")));
    report(Rights.of(SPACE, new Audience.Everyone()));
    assertThat(sources()).contains(WIKI);
    engine().drop(Set.of(WIKI));
    assertThat(sources()).isEmpty();
    try (Snapshot snapshot = engine().snapshot()) {
      assertThat(snapshot.access()).isEqualTo(Access.none());
    }
  }

  @Test
  default void rightsThatChangeWhileQuestionsRunNeverShowAnInBetween() {
    commit(Changes.write(in(SPACE, "a"), in(SPACE, "b")));
    report(Rights.of(SPACE, members(STAFF)));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> asking =
        CompletableFuture.supplyAsync(
            () -> {
              int asked = 0;
              while (!over.get() || asked == 0) {
                try (Snapshot now = engine().snapshot()) {
                  int staff = now.search(words("salary"), readers(STAFF), 9).size();
                  int board = now.search(near(at(1)), readers(BOARD), 9).size();
                  assertThat(List.of(staff, board)).isIn(List.of(2, 0), List.of(0, 2));
                  asked++;
                }
              }
              return asked;
            });
    for (int i = 0; i < 100; i++) {
      report(Rights.of(SPACE, members(i % 2 == 0 ? BOARD : STAFF)));
    }
    over.set(true);
    assertThat(asking.join()).isPositive();
  }

  private static Filter readers(GroupId group) {
    return Filter.of(new Reader(Set.of(), Set.of(group)));
  }

  /** 250 askers and 400 documents: who finds what is what a plain reading of the rights says. */
  @Test
  default void amongManyPairsOfAskerAndDocumentNoneIsWrong() {
    RandomRights team = new RandomRights(new Random(7));
    List<Scope> scopes = team.scopes();
    List<DocWrite> documents = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Scope scope = scopes.get(i % scopes.size());
      Origin origin = new Origin("", "", "", Samples.NOON);
      DocId id = new DocId(scope.source(), "doc" + i);
      documents.add(
          doc(
              new DocHead(id, "1", origin, scope, Samples.RECIPE),
              Samples.vector(Samples.EN, "salary " + i),
              "salary " + i));
    }
    for (SourceId source : RandomRights.SOURCES) {
      DocWrite[] own =
          documents.stream()
              .filter(write -> write.head().id().source().equals(source))
              .toArray(DocWrite[]::new);
      engine().commit(Changes.of(source).and(own).upTo("1"));
    }
    for (int round = 0; round < 3; round++) {
      team.change().forEach((source, rights) -> engine().commit(Changeset.of(source, rights)));
    }
    int allowed = 0;
    int askers = Rounds.of(250);
    for (int i = 0; i < askers; i++) {
      Reader asker = team.asker();
      Set<String> expected = new HashSet<>();
      for (DocWrite write : documents) {
        if (team.mayRead(asker, write.head().scope())) {
          expected.add(write.head().id().toString());
        }
      }
      Set<String> found = new HashSet<>();
      for (Hit hit : search(i % 2 == 0 ? words("salary") : near(at(1)), Filter.of(asker), 400)) {
        found.add(hit.passage().doc().toString());
      }
      assertThat(found).as("asker %s", asker).isEqualTo(expected);
      allowed += expected.size();
    }
    assertThat(allowed).as("pairs that are allowed").isBetween(40 * askers, 360 * askers);
  }
}
