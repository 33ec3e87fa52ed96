package dev.gill.sync;

import static dev.gill.sync.Told.WIKI;
import static dev.gill.sync.Told.handbook;
import static dev.gill.sync.Told.id;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Snapshot;
import dev.gill.model.Access;
import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.Person;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a source reports of its readers, on its way into the index. */
class RightsTest {
  private static final Scope SPACE = Scope.whole(WIKI);
  private static final Scope OTHER = new Scope(WIKI, "other");
  private static final GroupId STAFF = new GroupId("wiki", "staff");
  private static final GroupId BOARD = new GroupId("wiki", "board");
  private static final Identity ANNA = new Identity("wiki", "anna");
  private static final Identity BO = new Identity("wiki", "bo");

  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final Breathing breathing = bench.follow(wiki);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private static Rights readers(Scope scope, GroupId group) {
    return Rights.of(scope, new Audience.AnyOf(Set.of(group)));
  }

  private static Rights members(GroupId group, Identity... people) {
    Set<Person> persons = new java.util.HashSet<>();
    for (Identity each : people) {
      persons.add(Person.of(each));
    }
    return new Rights(Map.of(), Map.of(group, persons));
  }

  private static Change in(Scope scope, String key) {
    return new Change.Upserted(
        id(key),
        "1",
        new Origin("", key, "", Told.MONDAY),
        scope,
        Content.file(key, ("About " + key).getBytes(StandardCharsets.UTF_8)));
  }

  private boolean mayRead(Identity who, Scope scope) {
    try (Snapshot snapshot = bench.engine().snapshot()) {
      return snapshot.access().mayRead(Reader.known(who), scope);
    }
  }

  @Test
  void rights_come_with_the_documents() throws Exception {
    wiki.tell(readers(SPACE, STAFF).and(members(STAFF, ANNA)), upsert("note.md", "A note."));
    breathing.breatheOnce();
    assertThat(mayRead(ANNA, SPACE)).isTrue();
    assertThat(mayRead(BO, SPACE)).isFalse();
  }

  @Test
  void a_change_of_rights_reads_parses_and_embeds_nothing() throws Exception {
    wiki.tell(readers(SPACE, STAFF).and(members(STAFF, ANNA)), upsert("note.md", "A note."));
    breathing.breatheOnce();
    bench.parser().parsed().clear();
    List<String> embedded = new ArrayList<>();
    bench.model().before(embedded::add);

    wiki.tell(readers(SPACE, BOARD).and(members(BOARD, BO)).and(members(STAFF)));
    breathing.breatheOnce();

    assertThat(mayRead(ANNA, SPACE)).isFalse();
    assertThat(mayRead(BO, SPACE)).isTrue();
    assertThat(bench.parser().parsed()).isEmpty();
    assertThat(embedded).isEmpty();
    assertThat(breathing.breaths()).hasSize(1);
  }

  @Test
  void what_is_taken_away_is_gone_before_the_documents_come_and_what_is_given_comes_with_them()
      throws Exception {
    wiki.tell(readers(SPACE, STAFF).and(members(STAFF, ANNA)), in(SPACE, "a.md"));
    breathing.breatheOnce();
    List<Boolean> meanwhile = new ArrayList<>();
    bench
        .model()
        .before(
            text -> {
              meanwhile.add(mayRead(ANNA, SPACE));
              meanwhile.add(mayRead(BO, SPACE));
            });

    wiki.tell(readers(SPACE, BOARD).and(members(BOARD, BO)), in(SPACE, "b.md"));
    breathing.breatheOnce();

    assertThat(meanwhile).isNotEmpty().containsOnly(false);
    assertThat(mayRead(ANNA, SPACE)).isFalse();
    assertThat(mayRead(BO, SPACE)).isTrue();
  }

  @Test
  void a_page_that_overtakes_says_what_holds() throws Exception {
    AtomicBoolean pressed = new AtomicBoolean();
    bench
        .model()
        .before(
            text -> {
              if (pressed.compareAndSet(false, true)) {
                wiki.press(readers(SPACE, BOARD), upsert("note.md", "Fresh."));
              }
            });

    wiki.tell(
        readers(SPACE, STAFF).and(members(STAFF, ANNA)).and(members(BOARD, BO)),
        upsert("long.md", handbook(40)));
    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("long.md", "note.md");
    assertThat(mayRead(ANNA, SPACE)).isFalse();
    assertThat(mayRead(BO, SPACE)).isTrue();
  }

  @Test
  void one_scope_is_swept_without_the_others() throws Exception {
    wiki.tell(in(SPACE, "a.md"), in(SPACE, "b.md"), in(OTHER, "c.md"));
    breathing.breatheOnce();

    wiki.tell(new Change.Remaining(SPACE, Set.of(new DocId(WIKI, "a.md"))));
    breathing.breatheOnce();

    assertThat(bench.keys()).containsExactly("a.md", "c.md");
  }

  @Test
  void what_is_configured_holds_while_the_source_is_down() throws Exception {
    wiki.configured(Rights.of(SPACE, new Audience.Everyone()));
    breathing.applyConfiguredRights();
    assertThat(mayRead(ANNA, SPACE)).isTrue();

    wiki.configured(Rights.of(SPACE, Audience.of("leads"))).breaks("It is down.");
    breathing.applyConfiguredRights();

    assertThat(mayRead(ANNA, SPACE)).isFalse();
  }

  @Test
  void the_rights_of_another_source_are_not_its_to_report() throws Exception {
    Scope foreign = new Scope(new dev.gill.model.SourceId("drive"), "");
    wiki.tell(Rights.of(foreign, new Audience.Everyone()));
    breathing.breatheOnce();
    try (Snapshot snapshot = bench.engine().snapshot()) {
      assertThat(snapshot.access()).isEqualTo(Access.none());
    }
    assertThat(breathing.sources().getFirst().trouble().orElseThrow().why())
        .contains("which is not its own");
  }
}
