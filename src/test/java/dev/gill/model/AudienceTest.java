package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
  private static final Audience LEADS = Audience.of("leads", "hr");

  @ParameterizedTest
  @ValueSource(strings = {"everyone", " everyone ", "everyone,"})
  void everyoneMayBeWrittenInFull(String written) {
    assertThat(Audience.parse(written)).isEqualTo(new Audience.Everyone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hr,leads", " leads , hr ", "leads,,hr,"})
  void groupsArePartedByCommas(String written) {
    assertThat(Audience.parse(written)).isEqualTo(LEADS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "everyone,leads"})
  void whatIsNeitherIsRefused(String written) {
    assertThatThrownBy(() -> Audience.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("everyone");
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(LEADS).hasToString("hr,leads");
    assertThat(Audience.parse(LEADS.toString())).isEqualTo(LEADS);
    assertThat(Audience.parse(new Audience.Everyone().toString()))
        .isEqualTo(new Audience.Everyone());
  }

  @Test
  void anAudienceOfNoGroupIsNone() {
    assertThatThrownBy(() -> new Audience.AnyOf(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupOfAnotherSystemIsWrittenWithItsRealm() {
    GroupId ours = GroupId.configured("admins");
    GroupId theirs = new GroupId("wiki", "admins");
    assertThat(Audience.parse("admins, wiki:admins"))
        .isEqualTo(new Audience.AnyOf(Set.of(ours, theirs)));
    assertThat(ours).isNotEqualTo(theirs);
  }

  @Test
  void oneOfTheGroupsIsEnoughAndOfSeveralAudiencesEachIsNeeded() {
    Audience space = Audience.of("staff", "guests");
    Audience page = Audience.of("hr");
    Audience both = space.and(page);
    assertThat(space.admits(GroupId.configured("guests")::equals)).isTrue();
    assertThat(both.admits(GroupId.configured("hr")::equals)).isFalse();
    assertThat(both.admits(Set.of(GroupId.configured("hr"), GroupId.configured("staff"))::contains))
        .isTrue();
    assertThat(both.and(new Audience.Nobody()).admits(group -> true)).isFalse();
    assertThat(new Audience.Everyone().admits(group -> false)).isTrue();
  }
}
