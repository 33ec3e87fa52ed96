package dev.gill.app.house;

import dev.gill.model.SourceId;
import dev.gill.sync.Breath;
import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the sources of the index that stands now fare, and how far the next one is. */
final class ServedSync implements SyncMonitor {
  private final Serving serving;
  private final Supplier<Optional<Renewal>> renewal;
  private final Optional<Anew> anew;

  /**
   * @param renewal what builds the next index, if one is needed
   * @param anew says why the present one began empty, if it did for a reason
   */
  ServedSync(Serving serving, Supplier<Optional<Renewal>> renewal, Optional<Anew> anew) {
    this.serving = serving;
    this.renewal = renewal;
    this.anew = anew;
  }

  @Override
  public List<SourceStatus> sources() {
    return ask(live -> live.breathing().sources());
  }

  @Override
  public List<Breath> breaths() {
    return ask(live -> live.breathing().breaths());
  }

  @Override
  public Optional<Rebuilding> rebuilding() {
    Optional<Renewal> next = renewal.get();
    return next.isPresent() ? next.get().status() : anew.flatMap(each -> each.status(sources()));
  }

  @Override
  public boolean lookNow(SourceId source) {
    renewal.get().ifPresent(next -> next.lookNow(source));
    return ask(live -> live.breathing().lookNow(source));
  }

  @Override
  public void hook(SourceId source, byte[] body) {
    renewal.get().ifPresent(next -> next.hook(source, body));
    ask(
        live -> {
          live.breathing().hook(source, body);
          return true;
        });
  }

  private <T> T ask(Function<LiveIndex, T> asked) {
    LiveIndex live = serving.hold();
    try {
      return asked.apply(live);
    } finally {
      live.release();
    }
  }
}
