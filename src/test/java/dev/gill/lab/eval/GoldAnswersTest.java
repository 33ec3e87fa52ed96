package dev.gill.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldAnswersTest {
  private static boolean english(String answer, String text) {
    return new GoldAnswers(List.of(answer), Language.ENGLISH).in(text);
  }

  private static boolean chinese(String answer, String text) {
    return new GoldAnswers(List.of(answer), Language.CHINESE).in(text);
  }

  @Test
  void caseAndPunctuationDoNotMatter() {
    assertThat(english("Three Bar!", "It opens at “three bar”.")).isTrue();
    assertThat(english("e-mail", "Write an e mail.")).isTrue();
  }

  @Test
  void wordsAreWhole() {
    assertThat(english("13", "In 1313 it burnt.")).isFalse();
    assertThat(english("bar three", "three bar")).isFalse();
  }

  @Test
  void spacesAndWidthDoNotMatterInChinese() {
    assertThat(chinese("136 次", "他共有１３６次擒杀。")).isTrue();
    assertThat(chinese("年假", "年，假")).isTrue();
    assertThat(chinese("病假", "每人有年假。")).isFalse();
  }

  @Test
  void anyOfTheAnswersWillDoAndNoneIsNeverHeld() {
    GoldAnswers some = new GoldAnswers(List.of("slate", "tiles"), Language.ENGLISH);
    assertThat(some.in("Covered with tiles.")).isTrue();
    assertThat(new GoldAnswers(List.of("?!"), Language.ENGLISH).in("anything")).isFalse();
  }
}
