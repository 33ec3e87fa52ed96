package dev.gill.app.house;

import dev.gill.answer.Answerer;
import dev.gill.answer.Quoting;
import dev.gill.answer.chat.ComposingAnswerer;
import dev.gill.answer.chat.Consultation;
import dev.gill.answer.chat.Resting;
import dev.gill.answer.chat.Spending;
import dev.gill.app.config.AnswerModel;
import dev.gill.langchain4j.LangChainModel;
import dev.gill.ledger.MonthlySpending;
import dev.gill.translate.Translator;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Puts a chat model in front of the quotes. */
final class Composing {
  private static final Logger LOG = System.getLogger(Composing.class.getName());

  private Composing() {}

  static Answerer with(
      AnswerModel model, Quoting quoting, Translator translator, Path data, InstantSource clock) {
    LangChainModel asked =
        LangChainModel.openAi(
            model.address(), model.name(), model.key(), model.patience(), model.longest());
    MonthlySpending spending = new MonthlySpending(data, model.prices(), model.limit(), clock);
    return new ComposingAnswerer(
        quoting,
        new Consultation(
            new Resting(asked, clock),
            new Counted(spending),
            model.patience(),
            model.longest(),
            clock),
        translator::renderings);
  }

  /** Where nothing can be counted, nothing is spent: the quotes come. */
  private record Counted(MonthlySpending spending) implements Spending {
    @Override
    public boolean allows(long tokensIn, long tokensOut) {
      try {
        return spending.allows(tokensIn, tokensOut);
      } catch (UncheckedIOException e) {
        LOG.log(
            Level.WARNING,
            () -> "What the chat model took cannot be counted: " + e.getCause().getMessage());
        return false;
      }
    }

    @Override
    public Optional<BigDecimal> settle(
        long setAsideIn, long setAsideOut, long tokensIn, long tokensOut) {
      try {
        return spending.settle(setAsideIn, setAsideOut, tokensIn, tokensOut);
      } catch (UncheckedIOException e) {
        LOG.log(
            Level.WARNING,
            () -> "What the chat model took cannot be noted: " + e.getCause().getMessage());
        return Optional.empty();
      }
    }
  }
}
