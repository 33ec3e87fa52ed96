package dev.gill.source.lark;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Sweep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The documents of Lark's wiki. A document's key is its node's token, of a table or sheet with its
 * id behind; its revision is the page's or table's own.
 *
 * <p>A look asks what was edited, goes on with the walk through the trees, and asks of a few
 * documents who may read them. A long first pass is looked at in between just as often, so that
 * edits, deletes and lost rights overtake it.
 */
final class LarkSource implements Source {
  private final LarkSettings settings;
  private final InstantSource clock;
  private final Watch watch;
  private final Sweep sweep;
  private Instant looked = Instant.MIN;
  private boolean more;

  LarkSource(
      LarkSettings settings, HostClient client, Predicate<String> readable, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.watch = new Watch(settings, client, readable, clock, this::due);
    this.sweep = new Sweep(settings.id(), settings.choice(), settings.workDir(), clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return watch.access().configured();
  }

  @Override
  public Location location() {
    return new Location(settings.http().shown(), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return Sweep.describe(cursor);
  }

  @Override
  public List<PassedOver> passedOver() {
    return watch.passedOver();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    if (!more || due()) {
      more = false; // a look that fails is taken again
      Instant now = clock.instant();
      watch.look(now);
      looked = now;
    }
    Batch batch = sweep.next(after, watch);
    more = batch.more();
    return batch.with(watch.access().rights());
  }

  private boolean due() {
    return !clock.instant().isBefore(looked.plus(settings.every()));
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public void close() {
    sweep.close();
  }
}
