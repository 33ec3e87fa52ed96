package dev.gill.app.house;

import dev.gill.answer.Assessment;
import dev.gill.answer.Assessor;
import dev.gill.answer.Quoting;
import dev.gill.index.IndexException;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Composition;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import dev.gill.model.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks what stands now. It can be replaced at any time: new questions go to the new one at once,
 * and those under way end on the one that they began with.
 */
final class Serving implements Quoting, Assessor {
  private final AtomicReference<LiveIndex> present;
  private final Object quiet = new Object();
  private int asking;

  private interface Asked<T> {
    T of(LiveIndex live) throws InterruptedException;
  }

  Serving(LiveIndex first) {
    this.present = new AtomicReference<>(first);
  }

  /** What stands now. */
  LiveIndex present() {
    return present.get();
  }

  /** What stands now, held; whoever asks for it releases it. */
  LiveIndex hold() {
    while (true) {
      LiveIndex live = present.get();
      if (live.hold()) {
        return live;
      }
      if (live == present.get()) {
        throw new IndexException("Gill is closed; start it again");
      }
    }
  }

  /** Puts another one in its place. */
  void replace(LiveIndex next) {
    present.set(next);
  }

  /**
   * Waits until no question is being answered, or for so long.
   *
   * @return whether none is
   */
  boolean awaitQuiet(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (quiet) {
      long left = patience.toNanos();
      while (asking > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(quiet, left);
        left = end - System.nanoTime();
      }
      return asking == 0;
    }
  }

  @Override
  public Quoted quoted(Question question) throws InterruptedException {
    return ask(live -> live.answerer().quoted(question));
  }

  @Override
  public Answer.Grounded grounded(List<Statement> statements, Optional<Composition> composition) {
    return present().answerer().grounded(statements, composition);
  }

  @Override
  public boolean holds(Question question, List<Citation> citations) {
    LiveIndex live = hold();
    try {
      return live.answerer().holds(question, citations);
    } finally {
      live.release();
    }
  }

  @Override
  public List<Scored> search(Question question, int k) throws InterruptedException {
    return ask(live -> live.answerer().search(question, k));
  }

  @Override
  public Assessment assess(Question question) throws InterruptedException {
    return ask(live -> live.answerer().assess(question));
  }

  private <T> T ask(Asked<T> asked) throws InterruptedException {
    LiveIndex live = hold();
    count(1);
    try {
      return asked.of(live);
    } finally {
      count(-1);
      live.release();
    }
  }

  private void count(int change) {
    synchronized (quiet) {
      asking += change;
      if (asking == 0) {
        quiet.notifyAll();
      }
    }
  }
}
