package dev.gill.app.house;

import dev.gill.model.SourceId;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What keeps one index in step; the sources that it follows can be made anew while it serves. */
final class Following {
  private final Function<List<Followed>, Breathing> making;
  private final Supplier<List<Followed>> sources;
  private volatile Breathing present;

  /**
   * Nothing is read yet.
   *
   * @param sources makes them anew each time
   * @param making what follows them
   */
  Following(Supplier<List<Followed>> sources, Function<List<Followed>, Breathing> making) {
    this.sources = sources;
    this.making = making;
    this.present = making.apply(sources.get());
  }

  Breathing present() {
    return present;
  }

  Optional<Instant> inStepAt(SourceId source) {
    return present.inStepAt(source);
  }

  /**
   * Stops, and follows sources that are made anew, as a start does: by what the configuration's
   * files say now.
   */
  void again() {
    Breathing former = present;
    former.close();
    Breathing next = making.apply(sources.get());
    next.succeed(former);
    next.start();
    present = next;
  }
}
