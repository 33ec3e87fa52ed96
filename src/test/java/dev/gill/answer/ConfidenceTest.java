package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Samples;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Shelf;
import dev.gill.retrieve.Tuning;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfidenceTest {
  private static final double[] LEVELS = {0, 0.25, 0.5, 0.75, 1};

  @ParameterizedTest
  @CsvSource({
    "1, ANSWERED",
    "0.5, ANSWERED",
    "0.49, NEAR",
    "0.3, NEAR",
    "0.29, UNKNOWN",
    "0, UNKNOWN"
  })
  void betweenAnAnswerAndNoneIsWhatIsNear(double confidence, Assessment.Verdict verdict) {
    assertThat(Confidence.verdict(confidence)).isEqualTo(verdict);
  }

  private static double compared(
      Language language, double passage, double sentence, double coverage, double lead) {
    return Confidence.compared(
        new Confidence.Measures(passage, sentence, coverage, lead, false), language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachMeasureRaisesItWhateverTheOthersAre(Language language) {
    for (double a : LEVELS) {
      for (double b : LEVELS) {
        for (double c : LEVELS) {
          assertRises(x -> compared(language, x, a, b, c));
          assertRises(x -> compared(language, a, x, b, c));
          assertRises(x -> compared(language, a, b, x, c));
          assertRises(x -> compared(language, a, b, c, x));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachMeasureRaisesItWhereThePassagesWereRead(Language language) {
    Tuning tuning = Tuning.of(language);
    for (double a : LEVELS) {
      for (double b : LEVELS) {
        assertRises(quote -> read(2 * quote, a, b, 0.5, tuning));
        assertRises(lead -> read(2 * a, lead, b, 0.5, tuning));
        assertRises(cosine -> read(2 * a, b, cosine, 0.5, tuning));
        assertThat(read(a, b, 0.5, 1, tuning)).isGreaterThanOrEqualTo(read(a, b, 0.5, 0, tuning));
        assertThat(read(a, b, 0.5, 0.5, tuning.withNeeded(tuning.needed() + 0.1)))
            .isLessThan(read(a, b, 0.5, 0.5, tuning));
      }
    }
  }

  private static double read(
      double quote, double lead, double cosine, double coverage, Tuning tuning) {
    return Confidence.read(new Confidence.Read(quote, lead, cosine, coverage, 0.9), tuning);
  }

  private static void assertRises(DoubleUnaryOperator confidence) {
    double[] rising = DoubleStream.of(LEVELS).map(confidence).toArray();
    assertThat(rising).isSorted().doesNotHaveDuplicates();
    assertThat(rising[0]).isPositive();
    assertThat(rising[LEVELS.length - 1]).isLessThan(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void allThatSpeaksForItIsAnAnswerAndNothingIsNone(Language language) {
    assertThat(Confidence.verdict(compared(language, 1, 1, 1, 1)))
        .isEqualTo(Assessment.Verdict.ANSWERED);
    assertThat(Confidence.verdict(compared(language, 0, 0, 0, 0)))
        .isEqualTo(Assessment.Verdict.UNKNOWN);
    Tuning tuning = Tuning.of(language);
    assertThat(Confidence.verdict(read(2, 1, 1, 1, tuning))).isEqualTo(Assessment.Verdict.ANSWERED);
    assertThat(Confidence.verdict(read(0, 0, 0, 0, tuning))).isEqualTo(Assessment.Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsNeededIsJustEnough(Language language) {
    Tuning tuning = Tuning.of(language).withNeeded(1.25);
    assertThat(read(1.25, 0, 0, 0, tuning)).isEqualTo(0.5);
    assertThat(read(0.75, 0.5, 0, 0, tuning)).isEqualTo(0.5);
  }

  @Test
  void whereNoWordIsSharedTheReaderMustBeSure() {
    Tuning tuning = Tuning.of(Language.ENGLISH);
    double sure = Confidence.read(new Confidence.Read(0.64, 0.23, 0.58, 0, 0.8), tuning);
    double lukewarm = Confidence.read(new Confidence.Read(0.64, 0.23, 0.58, 0, 0.5), tuning);
    double sharing = Confidence.read(new Confidence.Read(0.64, 0.23, 0.58, 0.2, 0.5), tuning);
    assertThat(Confidence.verdict(sure)).isEqualTo(Assessment.Verdict.ANSWERED);
    assertThat(Confidence.verdict(sharing)).isEqualTo(Assessment.Verdict.ANSWERED);
    assertThat(Confidence.verdict(lukewarm)).isEqualTo(Assessment.Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aNameThatNoPassageHasLowersIt(Language language) {
    double without =
        Confidence.compared(new Confidence.Measures(0.8, 0.8, 0.8, 0.1, false), language);
    double with = Confidence.compared(new Confidence.Measures(0.8, 0.8, 0.8, 0.1, true), language);
    assertThat(with).isLessThan(without);
  }

  @Test
  void aStrangeNameCountsInChineseQuestionsAlone() throws InterruptedException {
    String chinese = "# 报表\n\n管理员密码由值班同事保管。\n";
    String asked = "Grafana 的管理员密码由谁保管？";
    assertThat(titled("Metabase", chinese, asked)).isLessThan(titled("Grafana", chinese, asked));
    String english = "# Reports\n\nWhoever is on call keeps the password of the reports.\n";
    asked = "Who keeps the password of Grafana?";
    assertThat(titled("Metabase", english, asked)).isEqualTo(titled("Grafana", english, asked));
  }

  private static double titled(String title, String text, String question)
      throws InterruptedException {
    try (Shelf shelf = new Shelf()) {
      Origin origin = new Origin("", title, "author", Samples.NOON);
      shelf.put(DocId.parse("wiki:bi.md"), "1", origin, new Audience.Everyone(), text);
      return of(shelf, question);
    }
  }

  @Test
  void whereNothingCanBeQuotedThereIsNone() throws InterruptedException {
    try (Shelf shelf = new Shelf().put("wiki:pay.md", "# Pay\n\nThe pay rise is five percent.\n");
        Evidence evidence =
            shelf.retriever().retrieve(new Question("The pay rise?", Reader.anyone()), 5)) {
      assertThat(Confidence.of("The pay rise?", evidence, List.of())).isZero();
    }
  }

  @Test
  void aDocumentThatIsAskedForByItsNameIsShownThoughItsTextHasNoWordOfTheQuestion()
      throws InterruptedException {
    double named = titled("30-Strict.docx", "Some text\n", "What does the strict document say?");
    assertThat(Confidence.verdict(named)).isNotEqualTo(Assessment.Verdict.UNKNOWN);
    double other = titled("30-Strict.docx", "Some text\n", "What does the loose document say?");
    assertThat(Confidence.verdict(other)).isEqualTo(Assessment.Verdict.UNKNOWN);
  }

  private static double of(Shelf shelf, String question) throws InterruptedException {
    try (Evidence evidence =
        shelf.retriever().retrieve(new Question(question, Reader.anyone()), 5)) {
      return Confidence.of(question, evidence, QuoteChooser.ranked(question, evidence));
    }
  }
}
