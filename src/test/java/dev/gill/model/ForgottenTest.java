package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForgottenTest {
  private static final Forgotten LI = Forgotten.NOBODY.andNames(List.of("Li  Na"), "a1b2");

  @Test
  void aNameIsTakenOffWhateverItsCaseAndSpaces() {
    assertThat(LI.without("Li Na")).isEmpty();
    assertThat(LI.without("li na ")).isEmpty();
    assertThat(LI.without("Li Nadia")).isEqualTo("Li Nadia");
    assertThat(LI.names().toString()).doesNotContainIgnoringCase("li");
  }

  @Test
  void othersWhoWroteItTooStay() {
    assertThat(LI.without("Bo Berg; Li Na、Cem Aydin")).isEqualTo("Bo Berg, Cem Aydin");
    assertThat(LI.without("Bo Berg; Cem Aydin")).isEqualTo("Bo Berg; Cem Aydin");
  }

  @Test
  void namesOfTwoListsComeTogetherAndNameNobodyElse() {
    Forgotten both = LI.and(Forgotten.NOBODY.andNames(List.of("Bo Berg"), "c3"));
    assertThat(both.hasName("BO BERG")).isTrue();
    assertThat(both.hasName("Li Na")).isTrue();
    assertThat(both.hasName("Cem Aydin")).isFalse();
    assertThat(both.has(Identity.email("li@example.org"))).isFalse();
  }
}
