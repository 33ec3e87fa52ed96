package dev.gill.sync;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a source fares.
 *
 * @param type the kind of source, such as {@code folder}
 * @param location where it lies, for people
 * @param documents how many documents of it the index holds
 * @param chunks how many chunks they have
 * @param cursor how far it was taken in; empty before the first commit
 * @param upTo the same in words for people; empty where the source has none
 * @param inStepAt when it was last asked and had no more to report: everything older is in the
 *     index; before the first such moment since Gill started, as the index remembers it
 * @param lagP99 how far behind the index was at most when 99 of 100 looks were over, of the last
 *     thousand; empty before the second
 * @param traffic what has passed between it and its servers; empty where that is not counted
 * @param trouble since when and why it cannot be read; empty while it can
 * @param remaining about how many documents are still to come in the present pass, if known
 * @param embedded chunks embedded since Gill started
 * @param reused chunks whose vector was there already, since Gill started
 * @param failures documents that could not be taken in
 * @param nextTries when some of these documents are tried again although nothing changes
 * @param passedOver what the source leaves unread by its rules, in order
 */
public record SourceStatus(
    SourceId source,
    String type,
    Location location,
    State state,
    long documents,
    long chunks,
    Optional<Cursor> cursor,
    String upTo,
    Optional<Instant> inStepAt,
    Optional<Duration> lagP99,
    Optional<Traffic> traffic,
    Optional<Trouble> trouble,
    OptionalLong remaining,
    long embedded,
    long reused,
    List<Failure> failures,
    Map<DocId, Instant> nextTries,
    List<PassedOver> passedOver) {
  /** What it is doing. */
  public enum State {
    /** Not yet asked since Gill started. */
    STARTING,
    /** Changes are being taken in. */
    READING,
    /** All that it reported is in the index. */
    IN_STEP,
    /** It cannot be read, or what it reports cannot be taken in; it stands still. */
    FAILING
  }

  /**
   * Why a source stands still.
   *
   * @param why in one sentence
   * @param next when it is asked again; empty while it is still being asked
   */
  public record Trouble(String why, Instant since, Optional<Instant> next) {}

  public SourceStatus {
    failures = List.copyOf(failures);
    nextTries = Map.copyOf(nextTries);
    passedOver = List.copyOf(passedOver);
  }
}
