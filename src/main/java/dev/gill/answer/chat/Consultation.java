package dev.gill.answer.chat;

import dev.gill.model.Composition.Effort;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a model within a budget of time and of tokens. */
public final class Consultation {
  /** By what the time for an answer is divided. */
  private static final int RESTATING = 3;

  private final ChatModel model;
  private final Spending spending;
  private final Duration patience;
  private final int longest;
  private final InstantSource clock;

  /**
   * @param patience how long a reply may take
   * @param longest tokens that a reply may have
   */
  public Consultation(
      ChatModel model, Spending spending, Duration patience, int longest, InstantSource clock) {
    this.model = model;
    this.spending = spending;
    this.patience = patience;
    this.longest = longest;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param outcome {@code WORDED} if there is a text to be checked
   */
  record Said(Outcome outcome, String text, Effort effort) {}

  String model() {
    return model.name();
  }

  /** What it takes to say again what was said. */
  Effort remembered() {
    return new Effort(0, 0, Duration.ZERO, Optional.empty(), true);
  }

  /**
   * Has a question answered from passages.
   *
   * @param heard is given each piece of the answer as it comes, before anything is known of it
   */
  Said ask(String question, List<Passage> passages, Consumer<String> heard)
      throws InterruptedException {
    return ask(Prompt.of(question, passages), question, patience, heard);
  }

  /** Has a question worded anew, in part of the time that an answer may take. */
  Said restate(Prompt prompt, String question) throws InterruptedException {
    return ask(prompt, question, patience.dividedBy(RESTATING), _ -> {});
  }

  private Said ask(Prompt prompt, String question, Duration atMost, Consumer<String> heard)
      throws InterruptedException {
    long in = prompt.tokens();
    if (!spending.allows(in, longest)) {
      return new Said(Outcome.OVER_BUDGET, "", Effort.none());
    }
    Instant began = clock.instant();
    long usedIn = 0;
    long usedOut = 0;
    Outcome outcome;
    String text = "";
    Optional<BigDecimal> cost = Optional.empty();
    try {
      usedIn = in; // what a reply that never came may have taken
      ChatModel.Reply reply = model.reply(prompt, atMost, heard);
      usedIn = reply.tokensIn();
      usedOut = reply.tokensOut();
      text = reply.text();
      outcome = judged(reply, question);
    } catch (ChatModelException e) {
      outcome = e.outcome();
      usedIn = outcome == Outcome.DOWN ? 0 : usedIn;
      usedOut = e.tokensOut().orElse(longest); // it may have written all that it may
    } finally {
      cost = spending.settle(in, longest, usedIn, usedOut);
    }
    Duration took = Duration.between(began, clock.instant());
    return new Said(outcome, text, new Effort(usedIn, usedOut, took, cost, false));
  }

  private static Outcome judged(ChatModel.Reply reply, String question) {
    String text = reply.text().strip();
    if (!reply.isWhole()) {
      return Outcome.CUT_OFF;
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Outcome.NONSENSE;
    }
    if (text.replaceAll("[^A-Za-z ]", "").strip().equalsIgnoreCase(Prompt.NOTHING)) {
      return Outcome.NOTHING_FOUND;
    }
    return Language.of(text) == Language.of(question) ? Outcome.WORDED : Outcome.OTHER_LANGUAGE;
  }
}
