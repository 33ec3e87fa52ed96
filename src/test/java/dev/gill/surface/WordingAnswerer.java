package dev.gill.surface;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.Answerer;
import dev.gill.answer.Quoting;
import dev.gill.answer.Restated;
import dev.gill.answer.chat.ComposingAnswerer;
import dev.gill.answer.chat.Consultation;
import dev.gill.answer.chat.Spending;
import dev.gill.answer.leash.Renderings;
import dev.gill.langchain4j.LangChainModel;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Quotes, or has the model word answers that a test starts and names. */
public final class WordingAnswerer implements Answerer {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST = 400;

  private final Quoting quoting;
  private final AtomicReference<URI> model;
  private URI known;
  private Answerer composing;

  public WordingAnswerer(Quoting quoting, AtomicReference<URI> model) {
    this.quoting = quoting;
    this.model = model;
  }

  private synchronized Answerer now() {
    URI address = model.get();
    if (address == null) {
      return quoting;
    }
    if (!address.equals(known)) {
      known = address;
      composing = composing(quoting, address, PATIENCE);
    }
    return composing;
  }

  /** Over quotes, by the model at an address, with nothing that limits it. */
  public static ComposingAnswerer composing(Quoting quoting, URI address, Duration patience) {
    return composing(quoting, address, patience, Renderings.none());
  }

  /** The same with a dictionary. */
  public static ComposingAnswerer composing(
      Quoting quoting, URI address, Duration patience, Renderings renderings) {
    LangChainModel asked =
        LangChainModel.openAi(address, "scripted", Optional.empty(), patience, LONGEST);
    return new ComposingAnswerer(
        quoting,
        new Consultation(asked, new Free(), patience, LONGEST, InstantSource.system()),
        renderings);
  }

  private record Free() implements Spending {
    @Override
    public boolean allows(long in, long out) {
      return true;
    }

    @Override
    public Optional<BigDecimal> settle(long asideIn, long asideOut, long in, long out) {
      return Optional.empty();
    }
  }

  @Override
  public Answer answer(Question question) throws InterruptedException {
    return now().answer(question);
  }

  @Override
  public Answer answer(Question question, AnswerListener listener) throws InterruptedException {
    return now().answer(question, listener);
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return now().search(question, k);
  }

  @Override
  public Optional<Restated> restated(Question question, List<String> before)
      throws InterruptedException {
    return now().restated(question, before);
  }
}
