package dev.gill.source.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may not read a page in Confluence never meets it through Gill. */
@Tag("slow")
class ConfluenceRightsTest extends OverStandIn {
  private Access access = Access.none();

  /** Takes a look in as an index does. */
  private void look(Source source) throws Exception {
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      access = access.with(TEAM, batch.rights());
      more = batch.more();
    }
  }

  /** The documents that somebody may read. */
  private Set<String> read(String user) {
    Reader reader = Reader.known(new Identity("team", account(user)));
    Set<String> readable = new HashSet<>();
    replica
        .documents()
        .forEach(
            (key, copy) -> {
              if (access.mayRead(reader, copy.scope())) {
                readable.add(key);
              }
            });
    return readable;
  }

  private void everythingPasses() {
    sites.pass(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource
  void the_space_permissions_say_who_reads_and_groups_who_that_is(Edition edition)
      throws Exception {
    start(edition);
    stand.space("HR", "hr");
    stand.groups.put("hr", Set.of("nadia"));
    stand.permissions.put("HR", new Stand.Named(Set.of("hr"), Set.of("otto")));
    String ops = stand.page("OPS", "A", null, "one");
    String hr = stand.page("HR", "B", null, "two");
    look(open());

    assertThat(read("mira")).containsExactly(ops);
    assertThat(read("nadia")).containsExactly(hr);
    assertThat(access.mayRead(Reader.anyone(), scope("OPS"))).isFalse();
    assertThat(
            access.mayRead(
                Reader.known(
                    new Identity("team", edition == Edition.CLOUD ? "id-otto" : "key-otto")),
                scope("HR")))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_page_inherits_the_restrictions_of_all_that_it_lies_below(Edition edition)
      throws Exception {
    start(edition);
    stand.groups.put("leads", Set.of("mira", "nadia"));
    String top = stand.page("OPS", "Plans", null, "one");
    String middle = stand.page("OPS", "Budget", top, "two");
    String leaf = stand.page("OPS", "2027", middle, "three");
    String file = stand.attach(leaf, "sums.txt", "four");
    stand.restrict(top, Set.of("leads"), Set.of());
    stand.restrict(leaf, Set.of(), Set.of("mira", "jonas"));
    look(open());

    assertThat(replica.get(middle).scope()).isEqualTo(scope("OPS/" + top));
    assertThat(replica.get(leaf).scope()).isEqualTo(scope("OPS/" + leaf + "/" + top));
    assertThat(read("mira")).containsExactlyInAnyOrder(top, middle, leaf, file);
    assertThat(read("jonas")).isEmpty();
    assertThat(read("nadia")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_changed_restriction_moves_pages_to_other_scopes_and_changes_no_text(Edition edition)
      throws Exception {
    start(edition);
    String top = stand.page("OPS", "Plans", null, "one");
    String leaf = stand.page("OPS", "2027", top, "two");
    Source source = open();
    look(source);
    String revision = replica.get(leaf).revision();
    assertThat(read("jonas")).contains(leaf);

    stand.restrict(top, Set.of(), Set.of("mira"));
    for (int look = 0; look < 30; look++) {
      sites.pass(Duration.ofSeconds(5));
      look(source);
    }
    assertThat(read("jonas")).isEmpty();
    assertThat(read("mira")).containsExactlyInAnyOrder(top, leaf);
    assertThat(replica.get(leaf).revision()).isEqualTo(revision);

    stand.restrict(top, Set.of("staff"), Set.of());
    everythingPasses();
    Batch batch = replica.page(source);
    access = access.with(TEAM, batch.rights());
    assertThat(batch.changes()).isEmpty();
    assertThat(read("jonas")).contains(leaf);

    stand.unrestrict(top);
    everythingPasses();
    look(source);
    assertThat(replica.get(leaf).scope()).isEqualTo(scope("OPS"));
    assertThat(replica.get(leaf).revision()).isEqualTo(revision);
  }

  @ParameterizedTest
  @EnumSource
  void who_leaves_a_group_or_loses_a_space_reads_nothing_more(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    Source source = open();
    look(source);
    assertThat(read("jonas")).containsExactly(id);

    stand.groups.put("staff", Set.of("mira"));
    everythingPasses();
    look(source);
    assertThat(read("jonas")).isEmpty();
    assertThat(read("mira")).containsExactly(id);

    stand.permissions.put("OPS", new Stand.Named(Set.of("leads"), Set.of()));
    everythingPasses();
    look(source);
    assertThat(read("mira")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void with_the_look_that_sees_it_nothing_is_left_for_those_who_lost_it(Edition edition)
      throws Exception {
    start(edition);
    String top = stand.page("OPS", "Plans", null, "one");
    for (int i = 0; i < 200; i++) {
      stand.page("OPS", "Page " + i, top, "text " + i);
    }
    String other = stand.page("OPS", "Open", null, "open");
    Source source = open();
    look(source);
    assertThat(read("jonas")).hasSize(202);

    stand.restrict(top, Set.of(), Set.of("mira"));
    everythingPasses();
    Batch first = replica.page(source);
    access = access.with(TEAM, first.rights());
    assertThat(first.more()).isTrue();
    assertThat(read("jonas")).containsExactly(other);
    look(source);
    assertThat(read("jonas")).containsExactly(other);
    assertThat(read("mira")).hasSize(202);

    stand.unrestrict(top);
    everythingPasses();
    first = replica.page(source);
    assertThat(first.changes()).noneMatch(Change.Deleted.class::isInstance);
    look(source);
    assertThat(read("jonas")).hasSize(202);
  }

  @ParameterizedTest
  @EnumSource
  void rights_are_looked_at_also_while_a_first_pass_is_under_way(Edition edition) throws Exception {
    start(edition);
    for (int i = 0; i < 300; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    Source source = open();
    access = access.with(TEAM, replica.page(source).rights());
    assertThat(read("jonas")).isNotEmpty();

    stand.groups.put("staff", Set.of("mira"));
    everythingPasses();
    access = access.with(TEAM, replica.page(source).rights());
    assertThat(read("jonas")).isEmpty();
    look(source);
    assertThat(replica.keys()).hasSize(300);
  }

  @ParameterizedTest
  @EnumSource
  void a_new_page_is_nobodys_until_it_is_known_who_may_read_it(Edition edition) throws Exception {
    start(edition);
    String top = stand.page("OPS", "Plans", null, "one");
    stand.restrict(top, Set.of(), Set.of("mira"));
    Source source = open();
    look(source);
    String leaf = stand.page("OPS", "2027", top, "two");
    String alone = stand.page("OPS", "Mine", null, "three");
    stand.restrict(alone, Set.of("new-group"), Set.of());
    stand.groups.put("new-group", Set.of("jonas"));
    look(source);

    assertThat(read("mira")).containsExactlyInAnyOrder(top, leaf);
    assertThat(read("jonas")).containsExactly(alone);
  }

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_seen_is_nobodys_unless_the_configuration_says_whose(Edition edition)
      throws Exception {
    start(edition);
    stand.hidden.add("OPS");
    String top = stand.page("OPS", "A", null, "one");
    String closed = stand.page("OPS", "B", null, "two");
    stand.restrict(closed, Set.of(), Set.of("mira"));
    look(open());
    assertThat(read("mira")).isEmpty();

    access = Access.none();
    look(open("audience", "everyone"));
    assertThat(read("jonas")).containsExactly(top);
    assertThat(read("mira")).containsExactlyInAnyOrder(top, closed);
  }

  @ParameterizedTest
  @EnumSource
  void a_space_is_everyones_only_if_a_visitor_gets_to_see_it(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    stand.anonymous.add("OPS");
    look(open());
    assertThat(access.mayRead(Reader.anyone(), scope("OPS"))).isTrue();

    stand.anonymous.remove("OPS");
    look(open());
    assertThat(access.mayRead(Reader.anyone(), scope("OPS"))).isFalse();
    assertThat(read("jonas")).containsExactly(id);
  }

  @Test
  void a_folder_of_cloud_hands_its_restrictions_down() throws Exception {
    start(Edition.CLOUD);
    String top = stand.page("OPS", "Plans", null, "one");
    String folder = stand.folder(top);
    String leaf = stand.page("OPS", "2027", folder, "two");
    stand.restrict(folder, Set.of(), Set.of("mira"));
    Source source = open();
    look(source);
    assertThat(read("jonas")).containsExactly(top);
    assertThat(read("mira")).containsExactlyInAnyOrder(top, leaf);

    String second = stand.folder(top);
    String fresh = stand.page("OPS", "2028", second, "three");
    look(source);
    assertThat(read("jonas")).containsExactlyInAnyOrder(top, fresh);
  }

  @Test
  void the_members_of_cloud_are_known_by_their_addresses_too() throws Exception {
    start(Edition.CLOUD);
    stand.page("OPS", "A", null, "one");
    look(open());

    assertThat(access.mayRead(Reader.known(Identity.email("mira@example.org")), scope("OPS")))
        .isTrue();
  }

  @Test
  void data_center_before_9_1_says_its_permissions_by_json_rpc() throws Exception {
    start(Edition.DATA_CENTER);
    stand.dataCenterRest = false;
    stand.permissions.put("OPS", new Stand.Named(Set.of("staff"), Set.of("otto")));
    String id = stand.page("OPS", "A", null, "one");
    look(open());

    assertThat(read("mira")).containsExactly(id);
    assertThat(read("otto")).containsExactly(id);
    assertThat(read("nadia")).isEmpty();
  }
}
