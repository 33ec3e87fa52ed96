package dev.gill.lab.learn;

import dev.gill.answer.Assessment;
import dev.gill.answer.Assessor;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.util.List;

/**
 * What came of some questions.
 *
 * @param right first quotes that were given and answer
 * @param wrong first quotes that were given and do not
 * @param other questions that got no answer, or one of which nobody said anything
 */
public record Score(int right, int wrong, int other) {
  /** Asks the questions of some lessons. */
  static Score of(List<Lesson> lessons, Assessor assessor, Reader reader)
      throws InterruptedException {
    int right = 0;
    int wrong = 0;
    for (Lesson lesson : lessons) {
      Assessment assessment = assessor.assess(new Question(lesson.question(), reader));
      int worth = assessment.answers() ? lesson.worth(assessment.shown().getFirst()) : 0;
      right += worth > 0 ? 1 : 0;
      wrong += worth < 0 ? 1 : 0;
    }
    return new Score(right, wrong, lessons.size() - right - wrong);
  }

  /**
   * Two wrong answers cost as much as a right one gains: about what Gill's own thresholds come to
   * (docs/decisions/0027).
   */
  int worth() {
    return 2 * right - wrong;
  }
}
