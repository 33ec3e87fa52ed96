package dev.gill.lab.learn;

import dev.gill.answer.Assessor;
import dev.gill.model.Language;
import dev.gill.model.Reader;
import dev.gill.retrieve.Tuning;
import dev.gill.retrieve.Tunings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Chooses a language's tuning by what people said of answers: one number after the other, twice, on
 * two thirds of the questions. It is taken if it is better there and not worse on the rest.
 */
public final class Learner {
  /** Fewer questions say nothing. */
  public static final int FEWEST = 30;

  /** What a step away from what is in use must gain: one right first quote. */
  private static final int GAIN = 2;

  private static final double[] SHARES = {0.5, 0.75, 1.5, 2};
  private static final double[] STEPS = {-0.3, -0.2, -0.1, -0.05, 0.05, 0.1, 0.2, 0.3};
  private static final int ROUNDS = 2;

  /**
   * What was found.
   *
   * @param better whether the found tuning is to be used
   */
  public record Outcome(
      Tuning used,
      Tuning found,
      Score usedOnLearnt,
      Score foundOnLearnt,
      Score usedOnHeldBack,
      Score foundOnHeldBack,
      boolean better) {}

  private final Function<Tunings, Assessor> house;
  private final Reader reader;

  /**
   * A learner.
   *
   * @param house answers with a tuning
   * @param reader in whose name questions are asked
   */
  public Learner(Function<Tunings, Assessor> house, Reader reader) {
    this.house = house;
    this.reader = reader;
  }

  /** Learns from the lessons in one language. */
  public Outcome learn(List<Lesson> lessons, Language language, Tunings used)
      throws InterruptedException {
    List<Lesson> learnt = lessons.stream().filter(lesson -> !lesson.isHeldBack()).toList();
    List<Lesson> heldBack = lessons.stream().filter(Lesson::isHeldBack).toList();
    Tuning best = used.of(language);
    Score before = score(learnt, used);
    Score most = before;
    for (int round = 0; round < ROUNDS; round++) {
      for (Number number : Number.values()) {
        for (Tuning tried : number.around.apply(best).toList()) {
          Score score = score(learnt, used.with(language, tried));
          if (score.worth() >= most.worth() + GAIN) {
            most = score;
            best = tried;
          }
        }
      }
    }
    Score heldBefore = score(heldBack, used);
    Score heldAfter = score(heldBack, used.with(language, best));
    boolean better = most.worth() > before.worth() && heldAfter.worth() >= heldBefore.worth();
    return new Outcome(used.of(language), best, before, most, heldBefore, heldAfter, better);
  }

  private Score score(List<Lesson> lessons, Tunings tunings) throws InterruptedException {
    return Score.of(lessons, house.apply(tunings), reader);
  }

  /** The numbers of a tuning that are fitted, and what is tried in the place of each. */
  private enum Number {
    READING(t -> shares(t.reading()).mapToObj(t::withReading)),
    ANSWER(t -> shares(t.answer()).mapToObj(t::withAnswer)),
    WORDS(t -> shares(t.words()).mapToObj(t::withWords)),
    NEEDED(t -> DoubleStream.of(STEPS).map(step -> t.needed() + step).mapToObj(t::withNeeded));

    private final Function<Tuning, Stream<Tuning>> around;

    Number(Function<Tuning, Stream<Tuning>> around) {
      this.around = around;
    }

    private static DoubleStream shares(double number) {
      return DoubleStream.of(SHARES).map(share -> share * number);
    }
  }
}
