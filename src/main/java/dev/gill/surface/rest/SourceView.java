package dev.gill.surface.rest;

import dev.gill.index.DocHead;
import dev.gill.index.Extent;
import dev.gill.model.Cursor;
import dev.gill.surface.Worded;
import dev.gill.sync.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a source fares. */
@Schema(name = "Source", description = "How a source fares")
record SourceView(
    @Schema(examples = "handbook") String name,
    @Schema(examples = "folder") String type,
    @Schema(
            description = "Its path, or its server's host; empty if there is nothing to say",
            examples = "/srv/team/handbook")
        String place,
    @Schema(
            description = "The branch, if one is named and something of it was read; else empty",
            examples = "main")
        String branch,
    @Schema(enumeration = {"starting", "reading", "in_step", "failing"}) String state,
    @Schema(description = "In the index, as far as you may read them") long documents,
    @Schema(description = "In the index, as far as you may read them") long chunks,
    @Schema(
            description =
                "How far it was taken in; null at first, and for whoever may not read all of it",
            nullable = true)
        String cursor,
    @Schema(
            description = "The same in words for people; else empty",
            examples = "commit 1a2b3c4d5e")
        String upTo,
    @Schema(description = "Seconds since it was last in step; null if never", nullable = true)
        Long lag,
    @Schema(
            description =
                "Seconds that the index was behind at most when 99 of 100 looks were over, of the"
                    + " last thousand; null before the second",
            nullable = true)
        Double lagP99,
    @Schema(description = "When it was last in step; null if never", nullable = true)
        Instant lastSuccess,
    @Schema(
            description = "When the newest of its documents that you may read was written",
            nullable = true)
        Instant lastChange,
    @Schema(nullable = true) TroubleView trouble,
    @Schema(
            description =
                "Null where it is not counted, and for whoever may not read all of the source",
            nullable = true)
        TrafficView traffic,
    @Schema(
            description =
                "About how many documents are still to come; null if unknown, and for whoever may not"
                    + " read all of it",
            nullable = true)
        Long remaining,
    @Schema(
            description =
                "Chunks embedded since Gill started; null for whoever may not read all of it",
            nullable = true)
        Long embedded,
    @Schema(
            description =
                "Chunks whose vector was there already, since Gill started; null for whoever may"
                    + " not read all of it",
            nullable = true)
        Long reused,
    @Schema(description = "The documents that could not be taken in, as far as you may know")
        List<FailureView> failures,
    PassedOverView passedOver,
    @Schema(description = "What its documents hold and their texts do not, as far as you may know")
        List<LeftOutView> leftOut) {
  static SourceView of(
      SourceStatus status,
      List<DocHead> abridged,
      Optional<DocHead> latest,
      Clearance clearance,
      Function<String, Worded> wording,
      Instant now) {
    Extent extent = clearance.extent(status.source());
    boolean whole = clearance.readsAll(status.source());
    return new SourceView(
        status.source().name(),
        status.type(),
        status.location().place(),
        branch(status),
        status.state().name().toLowerCase(Locale.ROOT),
        extent.documents(),
        extent.chunks(),
        whole ? status.cursor().map(Cursor::value).orElse(null) : null,
        whole ? status.upTo() : "",
        status
            .inStepAt()
            .map(at -> Math.max(0, Duration.between(at, now).toSeconds()))
            .orElse(null),
        status.lagP99().map(lag -> lag.toMillis() / 1000.0).orElse(null),
        status.inStepAt().orElse(null),
        latest.map(head -> head.origin().modified()).orElse(null),
        TroubleView.of(status.trouble(), wording),
        whole ? status.traffic().map(TrafficView::of).orElse(null) : null,
        whole && status.remaining().isPresent() ? status.remaining().getAsLong() : null,
        whole ? status.embedded() : null,
        whole ? status.reused() : null,
        status.failures().stream()
            .filter(failure -> clearance.reads(failure.scope()))
            .map(failure -> FailureView.of(failure, status.nextTries().get(failure.doc()), wording))
            .toList(),
        PassedOverView.of(status.passedOver(), clearance::reads),
        LeftOutView.of(abridged.stream().filter(head -> clearance.reads(head.scope())).toList()));
  }

  /** A setting that names no branch may be anything, such as a token in the wrong line. */
  private static String branch(SourceStatus status) {
    return status.cursor().isPresent() ? status.location().branch() : "";
  }
}
