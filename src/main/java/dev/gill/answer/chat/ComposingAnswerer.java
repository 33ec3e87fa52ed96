package dev.gill.answer.chat;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Answerer;
import dev.gill.answer.Quoting;
import dev.gill.answer.Quoting.Quoted;
import dev.gill.answer.Restated;
import dev.gill.answer.leash.Leash;
import dev.gill.answer.leash.Renderings;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a chat model word what quotes answer, and shows of it what the passages support. It is asked
 * only where quotes answer, so that it claims no more than they do; what somebody vouched for stays
 * as it is.
 */
public final class ComposingAnswerer implements Answerer {
  /** Passages for a part of a question. */
  private static final int OF_HALF = 2;

  private final Quoting quoting;
  private final Consultation consultation;
  private final Renderings renderings;
  private final Restating restating;
  private final AnswerCache kept = new AnswerCache();

  /** Over quotes and a model; what it says in another language than the documents is dropped. */
  public ComposingAnswerer(Quoting quoting, Consultation consultation) {
    this(quoting, consultation, Renderings.none());
  }

  /**
   * Over quotes and a model.
   *
   * @param renderings by which a sentence is held to a passage in another language
   */
  public ComposingAnswerer(Quoting quoting, Consultation consultation, Renderings renderings) {
    this.renderings = renderings;
    this.quoting = quoting;
    this.consultation = consultation;
    this.restating = new Restating(consultation);
  }

  @Override
  public Answer answer(Question question) throws InterruptedException {
    return answer(question, AnswerListener.none());
  }

  @Override
  public Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    Quoted quoted = quoting.quoted(question);
    if (!(quoted.answer() instanceof Answer.Grounded grounded) || isVouchedFor(grounded)) {
      return quoted.answer();
    }
    List<Passage> passages = Selected.of(found(question, quoted), grounded.citations());
    return passages.isEmpty() ? grounded : worded(question, quoted, grounded, passages, listener);
  }

  /** What was found, and first the best for each part of a question that asks for two things. */
  private List<Scored> found(Question question, Quoted quoted) throws InterruptedException {
    Set<Scored> found = new LinkedHashSet<>();
    for (String half : Halves.of(question.text())) {
      found.addAll(
          quoting.search(new Question(half, question.reader(), question.restriction()), OF_HALF));
    }
    found.addAll(quoted.assessment().passages());
    Map<Passage, Scored> once = new LinkedHashMap<>();
    found.forEach(each -> once.putIfAbsent(each.passage(), each));
    return List.copyOf(once.values());
  }

  private Answer worded(
      Question question,
      Quoted quoted,
      Answer.Grounded grounded,
      List<Passage> passages,
      AnswerListener listener)
      throws InterruptedException {
    AnswerCache.Key key = AnswerCache.Key.of(question, passages);
    Optional<Leashed> before = kept.find(key);
    if (before.isPresent()) {
      Effort nothing = consultation.remembered();
      return shown(quoted, grounded, before.get(), nothing);
    }
    Leash leash = Leashed.leash(question.text(), passages, renderings);
    Consultation.Said said =
        consultation.ask(
            question.text(), passages, heldSentences(question, leash, passages, listener));
    if (said.outcome() != Outcome.WORDED) {
      return instead(grounded, said.outcome(), said.effort());
    }
    Leashed leashed = Leashed.of(said.text(), leash, passages);
    if (leashed.saysNothing()) {
      return instead(grounded, Outcome.NONSENSE, said.effort());
    }
    if (leashed.statements().isEmpty() && isAbroad(question, passages)) {
      return instead(grounded, Outcome.UNCHECKED, said.effort());
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

  private HeldSentences heldSentences(
      Question question, Leash leash, List<Passage> passages, AnswerListener listener) {
    return new HeldSentences(
        leash,
        passages,
        Language.of(question.text()),
        statement -> quoting.holds(question, statement.citations()),
        listener);
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

  /** Whether the passages are in another language, where less of what is true can be checked. */
  private static boolean isAbroad(Question question, List<Passage> passages) {
    return passages.getFirst().chunk().language() != Language.of(question.text());
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
