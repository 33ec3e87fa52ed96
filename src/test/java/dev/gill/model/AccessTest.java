package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final SourceId WIKI = new SourceId("wiki");
  private static final SourceId CHAT = new SourceId("chat");
  private static final Scope SPACE = new Scope(WIKI, "space");
  private static final GroupId EDITORS = new GroupId("wiki", "editors");
  private static final GroupId HR = new GroupId("wiki", "hr");
  private static final Identity ANNA_MAIL = Identity.email("Anna@Example.org");
  private static final Identity ANNA_WIKI = new Identity("wiki", "17");
  private static final Identity ANNA_CHAT = new Identity("chat", "U17");
  private static final Audience ONLY_EDITORS = new Audience.AnyOf(Set.of(EDITORS));

  private static Rights members(GroupId group, Person... people) {
    return new Rights(Map.of(), Map.of(group, Set.of(people)));
  }

  private static Access editorsOnly(Person... editors) {
    return Access.none().with(WIKI, Rights.of(SPACE, ONLY_EDITORS).and(members(EDITORS, editors)));
  }

  @Test
  void until_a_scope_is_reported_nobody_reads_it() {
    Reader member = new Reader(Set.of(), Set.of(EDITORS));
    assertThat(Access.none().mayRead(member, SPACE)).isFalse();
    assertThat(editorsOnly().mayRead(member, new Scope(WIKI, "other"))).isFalse();
    assertThat(editorsOnly().mayRead(member, SPACE)).isTrue();
  }

  @Test
  void a_member_by_any_identity_may_read() {
    Access access = editorsOnly(Person.of(ANNA_WIKI, Identity.email("anna@example.org")));
    assertThat(access.mayRead(Reader.known(ANNA_WIKI), SPACE)).isTrue();
    assertThat(access.mayRead(Reader.known(ANNA_MAIL), SPACE)).isTrue();
    assertThat(access.mayRead(Reader.known(ANNA_CHAT), SPACE)).isFalse();
    assertThat(access.mayRead(Reader.anyone(), SPACE)).isFalse();
  }

  @Test
  void an_account_of_one_system_is_known_in_another_by_its_address() {
    Access access =
        editorsOnly(Person.of(ANNA_WIKI, ANNA_MAIL))
            .with(CHAT, members(new GroupId("chat", "everybody"), Person.of(ANNA_CHAT, ANNA_MAIL)));
    assertThat(access.mayRead(Reader.known(ANNA_CHAT), SPACE)).isTrue();
    assertThat(access.without(Set.of(CHAT)).mayRead(Reader.known(ANNA_CHAT), SPACE)).isFalse();
  }

  @Test
  void two_systems_admins_are_two_groups() {
    GroupId theirs = new GroupId("chat", "editors");
    Access access = editorsOnly().with(CHAT, members(theirs, Person.of(ANNA_MAIL)));
    assertThat(access.mayRead(Reader.known(ANNA_MAIL), SPACE)).isFalse();
  }

  @Test
  void a_report_replaces_what_it_names_and_nothing_else() {
    Access access = editorsOnly(Person.of(ANNA_WIKI)).with(WIKI, members(HR, Person.of(ANNA_MAIL)));
    assertThat(access.mayRead(Reader.known(ANNA_WIKI), SPACE)).isTrue();
    Access left = access.with(WIKI, members(EDITORS));
    assertThat(left.mayRead(Reader.known(ANNA_WIKI), SPACE)).isFalse();
    assertThat(left.groups(Reader.known(ANNA_MAIL))).containsExactly(HR);
    Access closed = access.with(WIKI, Rights.of(SPACE, new Audience.Nobody()));
    assertThat(closed.scopes(Reader.known(ANNA_WIKI))).isEmpty();
  }

  @Test
  void what_is_known_already_is_no_news() {
    Access access = editorsOnly(Person.of(ANNA_WIKI));
    assertThat(access.news(WIKI, access.of(WIKI)).isEmpty()).isTrue();
    assertThat(
            access.news(WIKI, Rights.of(new Scope(WIKI, "gone"), new Audience.Nobody())).isEmpty())
        .isTrue();
    Rights more = Rights.of(SPACE, new Audience.Everyone());
    assertThat(access.news(WIKI, more.and(access.of(WIKI).and(more)))).isEqualTo(more);
  }

  @Test
  void before_the_documents_come_rights_are_only_taken_away() {
    Access access = editorsOnly(Person.of(ANNA_WIKI));
    Identity other = new Identity("wiki", "18");
    Rights reported =
        Rights.of(SPACE, new Audience.AnyOf(Set.of(HR)))
            .and(members(EDITORS, Person.of(other)))
            .and(members(HR, Person.of(ANNA_WIKI)));

    Access meanwhile = access.with(WIKI, access.narrowed(WIKI, reported));

    assertThat(meanwhile.mayRead(Reader.known(ANNA_WIKI), SPACE)).isFalse();
    assertThat(meanwhile.mayRead(Reader.known(other), SPACE)).isFalse();
    assertThat(meanwhile.with(WIKI, reported).mayRead(Reader.known(ANNA_WIKI), SPACE)).isTrue();
  }

  @Test
  void a_scope_that_opens_opens_with_its_documents() {
    Access access = editorsOnly();
    Rights opened = Rights.of(SPACE, new Audience.Everyone());
    assertThat(access.narrowed(WIKI, opened).isEmpty()).isTrue();
    assertThat(access.with(WIKI, opened).mayRead(Reader.anyone(), SPACE)).isTrue();
  }

  @Test
  void two_agree_that_say_the_same_of_what_both_know() {
    Access one = editorsOnly(Person.of(ANNA_WIKI));
    Access more = one.with(WIKI, Rights.of(new Scope(WIKI, "other"), new Audience.Everyone()));
    assertThat(one.agreesWith(more)).isTrue();
    assertThat(more.agreesWith(one)).isTrue();
    assertThat(one.agreesWith(Access.none())).isTrue();
    assertThat(one.agreesWith(one.with(WIKI, Rights.of(SPACE, new Audience.AnyOf(Set.of(HR))))))
        .isFalse();
    assertThat(one.agreesWith(editorsOnly(Person.of(ANNA_MAIL)))).isFalse();
  }

  @Test
  void a_source_does_not_say_who_belongs_to_a_configured_group() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(GroupId.configured("leads"), Person.of(ANNA_MAIL)))
        .withMessageContaining("configuration");
  }
}
