package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
  private static final Audience LEADS = new Audience.Groups(Set.of("leads", "hr"));

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
    assertThatThrownBy(() -> new Audience.Groups(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReaderOfOneOfTheGroupsMayRead() {
    assertThat(new Reader(Set.of("hr", "other")).mayRead(LEADS)).isTrue();
    assertThat(new Reader(Set.of("other")).mayRead(LEADS)).isFalse();
    assertThat(Reader.anyone().mayRead(LEADS)).isFalse();
    assertThat(Reader.anyone().mayRead(new Audience.Everyone())).isTrue();
  }
}
