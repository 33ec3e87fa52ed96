package dev.gill.surface;

import dev.gill.model.SourceId;
import dev.gill.sync.Breath;
import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sources that fare as a test says: real ones pass through such states in their own time only. It
 * stands in for the threads that read sources.
 */
public final class ListedSources implements SyncMonitor {
  /** How each source fares. */
  public final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();

  /** What was taken in. */
  public final List<Breath> breaths = new CopyOnWriteArrayList<>();

  /** Which sources were asked to be looked at. */
  public final List<SourceId> looked = new CopyOnWriteArrayList<>();

  /** What hooks carried to sources. */
  public final List<String> carried = new CopyOnWriteArrayList<>();

  /** What is said of a new index. */
  public volatile Optional<Rebuilding> rebuilding = Optional.empty();

  void clear() {
    rebuilding = Optional.empty();
    statuses.clear();
    breaths.clear();
    looked.clear();
    carried.clear();
  }

  @Override
  public List<SourceStatus> sources() {
    return List.copyOf(statuses);
  }

  @Override
  public List<Breath> breaths() {
    return List.copyOf(breaths);
  }

  @Override
  public Optional<Rebuilding> rebuilding() {
    return rebuilding;
  }

  @Override
  public boolean lookNow(SourceId source) {
    looked.add(source);
    return statuses.stream().anyMatch(status -> status.source().equals(source));
  }

  @Override
  public void hook(SourceId source, byte[] body) {
    carried.add(new String(body, StandardCharsets.UTF_8));
  }
}
