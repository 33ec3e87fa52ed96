package dev.gill.lab.questions;

import dev.gill.answer.Answerer;
import dev.gill.answer.Assessment;
import dev.gill.answer.Assessor;
import dev.gill.model.Citation;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks questions as a user does, and looks where the answers stand. */
public final class QuestionTrial {
  private static final int DEPTH = 50;

  private final Assessor assessor;
  private final Answerer answerer;
  private final Rivals rivals;
  private final Reader reader;

  /** A trial of one answerer, for somebody who asks. */
  public QuestionTrial(Assessor assessor, Answerer answerer, Rivals rivals, Reader reader) {
    this.assessor = assessor;
    this.answerer = answerer;
    this.rivals = rivals;
    this.reader = reader;
  }

  /** Asks all questions one after another. */
  public QuestionReport ask(String set, List<Asked> questions) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Asked asked : questions) {
      outcomes.add(ask(asked));
    }
    return new QuestionReport(set, outcomes);
  }

  private Outcome ask(Asked asked) throws InterruptedException {
    Question question = new Question(asked.text(), reader);
    long begun = System.nanoTime();
    Assessment assessment = assessor.assess(question);
    double millis = (System.nanoTime() - begun) / 1e6;
    List<Scored> passages = answerer.search(question, DEPTH);
    List<Citation> shown = assessment.answers() ? assessment.shown() : List.of();
    return new Outcome(
        asked,
        assessment.answers(),
        assessment.verdict() == Assessment.Verdict.NEAR,
        rank(passages, found -> asked.answeredBy(found.passage())),
        rank(rivals.words(question), asked::answeredBy),
        rank(rivals.vectors(question), asked::answeredBy),
        rank(shown, citation -> stands(citation, asked, passages)),
        rank(shown, asked::answeredBy),
        rank(assessment.best(), asked::answeredBy),
        assessment.confidence(),
        millis,
        assessment.best().isEmpty() ? "" : assessment.best().getFirst().quote());
  }

  private static boolean stands(Citation citation, Asked asked, List<Scored> passages) {
    return passages.stream().anyMatch(p -> reaches(citation, p) && asked.answeredBy(p.passage()));
  }

  private static boolean reaches(Citation citation, Scored found) {
    return found.passage().doc().equals(citation.doc())
        && found.passage().chunk().start() < citation.end()
        && citation.start() < found.passage().chunk().end();
  }

  private static <T> int rank(List<T> ranked, Predicate<T> right) {
    for (int i = 0; i < ranked.size(); i++) {
      if (right.test(ranked.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
