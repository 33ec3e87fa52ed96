package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Range;
import dev.gill.parse.Canonical;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final String STEPS =
      "# Restore\n\nBefore all else:\n\n- Stop the writer.\n- Copy the dump.\n- Have some tea.\n\n# After\n\nCopy nothing back.\n";

  private static Surroundings of(String text) {
    return new Surroundings(Canonical.chunk(text), Quotables.in(Canonical.chunk(text)));
  }

  private static Range at(String text, String sentence) {
    int start = text.indexOf(sentence);
    return new Range(start, start + sentence.length());
  }

  private static String likely(String text, String sentence, String... others) {
    return of(text)
        .likely(
            at(text, sentence),
            range -> {
              double most = range.equals(at(text, sentence)) ? 1 : 0;
              for (String other : others) {
                most = range.equals(at(text, other)) ? 0.9 : most;
              }
              return most;
            })
        .of(text);
  }

  @Test
  void whatIsNearlyAsLikelyComesAlong() {
    assertThat(likely(STEPS, "Copy the dump.", "Stop the writer."))
        .isEqualTo("Stop the writer.\n- Copy the dump.");
    assertThat(likely(STEPS, "Copy the dump.", "Have some tea."))
        .isEqualTo("Copy the dump.\n- Have some tea.");
  }

  @Test
  void whatStandsInAnotherParagraphComesAlongOnlyFromBelow() {
    String text = "Backups run at night.\n\nWe keep them a month.\n\nThen they go.\n";
    assertThat(likely(text, "We keep them a month.", "Backups run at night.", "Then they go."))
        .isEqualTo("We keep them a month.\n\nThen they go.");
  }

  @Test
  void whatIsLessLikelyStaysBehind() {
    assertThat(likely(STEPS, "Copy the dump.")).isEqualTo("Copy the dump.");
  }

  @Test
  void noQuoteGoesOnBelowAnotherHeading() {
    assertThat(likely(STEPS, "Have some tea.", "Copy nothing back.")).isEqualTo("Have some tea.");
  }

  @Test
  void noQuoteGrowsWithoutEnd() {
    String text = "One more. ".repeat(100);
    Range first = new Range(0, 9);
    assertThat(of(text).likely(first, range -> 1).of(text)).hasSizeBetween(380, 400);
    assertThat(of(text).following(first).of(text)).hasSizeBetween(180, 200);
  }

  @Test
  void whatFollowsComesAlongToTheEndOfTheParagraph() {
    String text = "You have 28 days. Ask first.\n\nEnjoy them.\n";
    assertThat(of(text).following(at(text, "You have 28 days.")).of(text))
        .isEqualTo("You have 28 days. Ask first.");
    assertThat(of(text).following(at(text, "Ask first.")).of(text)).isEqualTo("Ask first.");
  }
}
