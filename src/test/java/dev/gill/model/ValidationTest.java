package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be true cannot be said. */
class ValidationTest {
  private static final Locator WHERE =
      new Locator(
          "",
          "Titel",
          List.of(),
          List.of(),
          Optional.empty(),
          "",
          Instant.EPOCH,
          Dated.REVISION,
          "");

  private static Citation citation(int marker, int start, int end, String quote) {
    return new Citation(marker, DocId.parse("wiki:page"), "r1", start, end, quote, quote, WHERE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 5, quote", "1, 0, 4, quote", "1, 5, 0, quote", "1, 0, 1, ' '"})
  void aCitationQuotesWhatStandsInItsRange(int marker, int start, int end, String quote) {
    assertThatIllegalArgumentException().isThrownBy(() -> citation(marker, start, end, quote));
  }

  @Test
  void withoutCitationThereIsNoAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Answer.Grounded(List.of(), Map.of()))
        .withMessage("no citation, no answer");
  }

  @Test
  void anAnswerIsAsCurrentAsItsOldestSource() {
    Instant older = Instant.parse("2026-05-04T11:00:00Z");
    Instant newer = Instant.parse("2026-05-04T12:00:00Z");
    Map<SourceId, Instant> asOf = Map.of(new SourceId("a"), newer, new SourceId("b"), older);
    assertThat(new Answer.Unknown(List.of(), asOf).oldest()).contains(older);
    assertThat(new Answer.Unknown(List.of(), Map.of()).oldest()).isEmpty();
  }

  @Test
  void aQuestionIsStrippedAndNotBlank() {
    assertThat(new Question("  who?\n", Reader.anyone()).text()).isEqualTo("who?");
    assertThatIllegalArgumentException().isThrownBy(() -> new Question(" \n", Reader.anyone()));
  }

  @Test
  void aChunkIsAsLongAsItsText() {
    assertThat(Chunk.of(7, "text", List.of(), List.of()).end()).isEqualTo(11);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chunk.of(-1, "text", List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Chunk(
                    Fingerprint.of("text"),
                    0,
                    5,
                    "text",
                    List.of(),
                    "",
                    List.of(),
                    Language.ENGLISH,
                    List.of()));
  }

  @Test
  void positionsCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Place.Page(0))
        .withMessageContaining("from 1");
    assertThat(new Place.Page(3)).hasToString("page 3");
  }

  @Test
  void aSpaceHasADimension() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Space("model", 0));
    assertThat(new Space("model", 384)).hasToString("model/384");
  }

  @Test
  void aRangeDoesNotEndBeforeItStarts() {
    assertThat(new Range(1, 3).of("abcd")).isEqualTo("bc");
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 1));
  }
}
