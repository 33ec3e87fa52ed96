package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Samples;
import dev.gill.model.Chunk;
import dev.gill.model.Origin;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Support;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static Quote quote(String key, int start, String text, double score) {
    Chunk chunk = Chunk.of(0, ".".repeat(start) + text, List.of(), List.of());
    Origin origin = new Origin("", "Titel", "author", Samples.NOON);
    Passage passage = new Passage(Samples.id(key), "r1", origin, chunk);
    Scored found = new Scored(passage, 1, OptionalDouble.empty(), OptionalDouble.empty());
    return new Quote(found, new Range(start, start + text.length()), new Support(0, 0), score);
  }

  private static List<String> selected(QuestionKind kind, Quote... ranked) {
    return Selection.of(kind, List.of(ranked)).stream().map(Quote::text).toList();
  }

  @Test
  void anAnswerHasThreeQuotesAtMost() {
    Quote[] ranked = {
      quote("a", 0, "Stop the writers.", 1),
      quote("a", 20, "Play the snapshot back.", 0.99),
      quote("a", 50, "Count the rows.", 0.98),
      quote("a", 70, "Tell the channel.", 0.97)
    };
    assertThat(selected(QuestionKind.NUMBER, ranked)).hasSize(3);
    assertThat(selected(QuestionKind.HOW, ranked))
        .containsExactly("Stop the writers.", "Play the snapshot back.", "Count the rows.");
  }

  @Test
  void whatIsMuchWeakerThanTheBestStaysOut() {
    assertThat(
            selected(
                QuestionKind.HOW,
                quote("a", 0, "Stop the writers.", 1),
                quote("a", 20, "Play the snapshot back.", 0.81),
                quote("a", 50, "Count the rows.", 0.79)))
        .containsExactly("Stop the writers.", "Play the snapshot back.");
  }

  @Test
  void quotesDoNotOverlap() {
    assertThat(
            selected(
                QuestionKind.OTHER,
                quote("a", 10, "Do this: stop the writers.", 1),
                quote("a", 19, "stop the clocks and more", 0.99),
                quote("b", 19, "Another document may say more.", 0.98)))
        .containsExactly("Do this: stop the writers.", "Another document may say more.");
  }

  @Test
  void quotesThatTouchDoNotOverlap() {
    assertThat(selected(QuestionKind.HOW, quote("a", 0, "停止写入。", 1), quote("a", 5, "恢复快照。", 0.99)))
        .hasSize(2);
  }

  @Test
  void theSameWordsAreNotSaidTwice() {
    assertThat(
            selected(
                QuestionKind.OTHER,
                quote("a", 0, "Stop the writers first.", 1),
                quote("b", 0, "Stop the writers first.", 0.99),
                quote("c", 0, "stop the writers, first", 0.98),
                quote("d", 0, "Stop the writers", 0.97),
                quote("e", 0, "Do as follows: stop the writers first. Then wait.", 0.96),
                quote("f", 0, "Count the rows.", 0.95)))
        .containsExactly("Stop the writers first.", "Count the rows.");
  }

  @Test
  void aWordWithinAWordIsAnother() {
    assertThat(
            selected(
                QuestionKind.OTHER,
                quote("a", 0, "Restart the service", 1),
                quote("b", 0, "start the service", 0.99)))
        .hasSize(2);
  }

  @Test
  void anExplanationComesFromThePassageOfItsBestQuote() {
    assertThat(
            selected(
                QuestionKind.HOW,
                quote("a", 0, "Stop the writers.", 1),
                quote("b", 0, "It was decided in May.", 0.99),
                quote("a", 20, "Play the snapshot back.", 0.98)))
        .containsExactly("Stop the writers.", "Play the snapshot back.");
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(selected(QuestionKind.HOW)).isEmpty();
  }
}
