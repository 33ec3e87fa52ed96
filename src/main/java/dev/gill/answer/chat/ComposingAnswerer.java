package dev.gill.answer.chat;

import dev.gill.answer.Answerer;
import dev.gill.answer.Quoting;
import dev.gill.answer.Quoting.Quoted;
import dev.gill.answer.Restated;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Composition;
import dev.gill.model.Composition.Effort;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Dated;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Optional;

/**
 * Has a chat model word what quotes answer, and shows of it what the passages support. It is asked
 * only where quotes answer, so that it claims no more than they do; what somebody vouched for stays
 * as it is.
 */
public final class ComposingAnswerer implements Answerer {
  /** Passages that a model is shown. */
  private static final int SHOWN = 6;

  private final Quoting quoting;
  private final Consultation consultation;
  private final Restating restating;
  private final AnswerCache kept = new AnswerCache();

  /** Over quotes and a model. */
  public ComposingAnswerer(Quoting quoting, Consultation consultation) {
    this.quoting = quoting;
    this.consultation = consultation;
    this.restating = new Restating(consultation);
  }

  @Override
  public Answer answer(Question question) throws InterruptedException {
    Quoted quoted = quoting.quoted(question);
    if (!(quoted.answer() instanceof Answer.Grounded grounded) || isVouchedFor(grounded)) {
      return quoted.answer();
    }
    Language language = Language.of(question.text());
    List<Passage> passages =
        quoted.assessment().passages().stream()
            .map(Scored::passage)
            .filter(passage -> passage.chunk().language() == language)
            .limit(SHOWN)
            .toList();
    return passages.isEmpty() ? grounded : worded(question, quoted, grounded, passages);
  }

  private Answer worded(
      Question question, Quoted quoted, Answer.Grounded grounded, List<Passage> passages)
      throws InterruptedException {
    AnswerCache.Key key = AnswerCache.Key.of(question, passages);
    Optional<Leashed> before = kept.find(key);
    if (before.isPresent()) {
      Effort nothing = consultation.remembered();
      return shown(quoted, grounded, before.get(), nothing);
    }
    Consultation.Said said = consultation.ask(question.text(), passages);
    if (said.outcome() != Outcome.WORDED) {
      return instead(grounded, said.outcome(), said.effort());
    }
    Leashed leashed = Leashed.of(said.text(), passages);
    if (leashed.saysNothing()) {
      return instead(grounded, Outcome.NONSENSE, said.effort());
    }
    if (!quoting.holds(question, cited(leashed, grounded))) {
      Answer anew = quoting.answer(question);
      return anew instanceof Answer.Grounded again
          ? instead(again, Outcome.CHANGED, said.effort())
          : anew;
    }
    kept.keep(key, leashed);
    return shown(quoted, grounded, leashed, said.effort());
  }

  private static List<Citation> cited(Leashed leashed, Answer.Grounded grounded) {
    return leashed.statements().isEmpty()
        ? grounded.citations()
        : leashed.statements().stream().flatMap(s -> s.citations().stream()).distinct().toList();
  }

  private Answer shown(Quoted quoted, Answer.Grounded grounded, Leashed leashed, Effort effort) {
    if (leashed.statements().isEmpty()) {
      return new Answer.Unknown(
          quoted.assessment().nearest(),
          grounded.asOf(),
          Optional.empty(),
          Optional.of(of(Outcome.NOTHING_HELD, leashed, effort)));
    }
    return quoting.grounded(leashed.statements(), Optional.of(of(Outcome.WORDED, leashed, effort)));
  }

  private Composition of(Outcome outcome, Leashed leashed, Effort effort) {
    return new Composition(consultation.model(), outcome, leashed.dropped(), effort);
  }

  private Answer instead(Answer.Grounded grounded, Outcome outcome, Effort effort) {
    return new Answer.Grounded(
        grounded.statements(),
        grounded.asOf(),
        Optional.of(new Composition(consultation.model(), outcome, List.of(), effort)));
  }

  private static boolean isVouchedFor(Answer.Grounded grounded) {
    return grounded.citations().stream().anyMatch(c -> c.where().dated() == Dated.VERIFIED);
  }

  @Override
  public Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return restating.of(question, before);
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return quoting.search(question, k);
  }
}
