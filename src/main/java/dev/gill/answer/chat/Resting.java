package dev.gill.answer.chat;

import dev.gill.model.Composition.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Leaves a model alone for a while that failed several times in a row, so that nobody waits for it
 * in vain.
 */
public final class Resting implements ChatModel {
  private static final int FAILURES = 3;
  private static final Duration REST = Duration.ofSeconds(30);

  private final ChatModel model;
  private final InstantSource clock;
  private int failures;
  private Instant until = Instant.MIN;
  private Outcome last = Outcome.DOWN;

  /** In front of a model. */
  public Resting(ChatModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Reply reply(Prompt prompt, Duration atMost) throws InterruptedException {
    return reply(prompt, atMost, _ -> {});
  }

  @Override
  public Reply reply(Prompt prompt, Duration atMost, Consumer<String> heard)
      throws InterruptedException {
    Outcome resting = resting();
    if (resting != null) {
      throw new ChatModelException(Outcome.DOWN, "is left alone after " + resting);
    }
    try {
      Reply reply = model.reply(prompt, atMost, heard);
      succeeded();
      return reply;
    } catch (ChatModelException e) {
      failed(e.outcome());
      throw e;
    }
  }

  private synchronized Outcome resting() {
    return clock.instant().isBefore(until) ? last : null;
  }

  private synchronized void succeeded() {
    failures = 0;
  }

  private synchronized void failed(Outcome outcome) {
    last = outcome;
    if (++failures >= FAILURES) {
      until = clock.instant().plus(REST);
    }
  }
}
