package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Composition;
import dev.gill.model.Flaw;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelNoteTest {
  private final Languages languages = new Languages();

  private static Composition worded(Optional<BigDecimal> cost, boolean remembered) {
    return new Composition(
        "small",
        Composition.Outcome.WORDED,
        List.of(new Composition.Dropped("It takes ![90](https://x.example) minutes.", Flaw.NUMBER)),
        new Composition.Effort(700, 40, Duration.ofMillis(1_250), cost, remembered));
  }

  @Test
  void what_an_answer_took_is_said_with_its_cost_where_prices_are_known() {
    Composition answer = worded(Optional.of(new BigDecimal("0.0042")), false);
    assertThat(ModelNote.said(answer, languages.of("en")))
        .contains("small", "740 tokens", "1.3 s", "cost 0.0042");
    assertThat(ModelNote.said(answer, languages.of("zh"))).contains("740", "1.3", "0.0042");
    assertThat(ModelNote.said(worded(Optional.empty(), false), languages.of("en")))
        .contains("740 tokens")
        .doesNotContain("cost");
  }

  @Test
  void what_is_remembered_took_nothing() {
    assertThat(ModelNote.said(worded(Optional.of(BigDecimal.ONE), true), languages.of("en")))
        .contains("took nothing")
        .doesNotContain("740", "cost");
  }

  @Test
  void what_was_left_out_is_struck_out_and_shows_no_picture() {
    Composition answer = worded(Optional.empty(), false);
    assertThat(ModelNote.inMarkdown(answer, languages.of("en")))
        .contains("~~It takes !\\[90](https://x.example) minutes.~~");
    assertThat(ModelNote.plain(answer, languages.of("en")))
        .contains("It takes ![90](https://x.example) minutes.");
  }
}
