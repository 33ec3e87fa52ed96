package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Scorer.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reader owes. */
public abstract class ScorerContract {
  private static final String QUESTION = "How many days of leave do I get?";
  private static final String LEAVE =
      "Ask your team first. Everyone gets 28 days of leave a year. Enjoy your holidays.";
  private static final String BACKUPS =
      "Backups of the database are kept for five weeks. They are taken at night.";
  private static final Page ANSWERS = new Page("Leave", LEAVE);
  private static final Page OTHER = new Page("Backups", BACKUPS);

  protected abstract Scorer scorer();

  @Test
  void thePassageThatAnswersIsMoreRelevant() throws InterruptedException {
    List<Reading> readings = scorer().read(QUESTION, List.of(OTHER, ANSWERS));
    assertThat(readings.get(1).relevance()).isGreaterThan(readings.get(0).relevance());
    assertThat(readings.get(1).probability()).isBetween(0.0, 1.0);
  }

  @Test
  void theSentenceThatAnswersIsToldFromItsNeighbours() throws InterruptedException {
    Reading reading = scorer().read(QUESTION, List.of(ANSWERS)).getFirst();
    int from = LEAVE.indexOf("Everyone");
    int to = LEAVE.indexOf(" Enjoy");
    assertThat(reading.answer(from, to))
        .isGreaterThan(reading.answer(0, from - 1))
        .isGreaterThan(reading.answer(to + 1, LEAVE.length()));
  }

  @Test
  void aReadingDoesNotDependOnWhatElseIsRead() throws InterruptedException {
    List<Page> many = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      many.add(new Page("Page " + i, BACKUPS.repeat(i + 1)));
    }
    many.add(3, ANSWERS);
    Reading alone = scorer().read(QUESTION, List.of(ANSWERS)).getFirst();
    Reading among = scorer().read(QUESTION, many).get(3);
    assertThat(among.relevance()).isEqualTo(alone.relevance());
    assertThat(among.answers()).isEqualTo(alone.answers());
  }

  @Test
  void whatIsTooLongIsReadFromItsBeginning() throws InterruptedException {
    String text = LEAVE + " And so on.".repeat(2_000);
    Reading reading = scorer().read(QUESTION, List.of(new Page("Leave", text))).getFirst();
    assertThat(reading.answer(0, LEAVE.length())).isPositive();
    assertThat(reading.answer(text.length() - 10, text.length())).isZero();
  }

  @Test
  void placesAreThoseOfTheText() throws InterruptedException {
    String text = "🙂🙂 naïve. " + LEAVE;
    Reading reading = scorer().read(QUESTION, List.of(new Page("", text))).getFirst();
    int last = reading.ends().length - 1;
    assertThat(reading.ends()[last]).isBetween(text.length() - 1, text.length());
    assertThat(text.substring(reading.starts()[last - 1], text.length())).isEqualTo("holidays.");
  }

  @Test
  void nothingToReadGivesNothing() throws InterruptedException {
    assertThat(scorer().read(QUESTION, List.of())).isEmpty();
    assertThat(scorer().read(QUESTION, List.of(new Page("", ""))).getFirst().answer(0, 1)).isZero();
  }
}
