package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far sources were read that were never in step yet. */
@Schema(
    name = "FirstPass",
    description = "How far those sources were read that are being read for the first time")
record FirstPassView(
    @Schema(
            description = "Documents that were read; null for whoever may not read them all",
            examples = "12",
            nullable = true)
        Long read,
    @Schema(
            description =
                "About how many there are; null while that is not known, and for whoever may not"
                    + " read them all",
            examples = "28",
            nullable = true)
        Long of) {
  /**
   * Null if every source was in step once, or stands still.
   *
   * @param counted whether the reader may know how many documents a source has
   */
  static FirstPassView of(List<SourceStatus> sources, Predicate<SourceId> counted) {
    List<SourceStatus> first = sources.stream().filter(FirstPassView::isBeingRead).toList();
    if (first.isEmpty()) {
      return null;
    }
    if (!first.stream().map(SourceStatus::source).allMatch(counted)) {
      return new FirstPassView(null, null);
    }
    long read = first.stream().mapToLong(FirstPassView::read).sum();
    boolean known = first.stream().allMatch(status -> status.remaining().isPresent());
    long left = first.stream().mapToLong(status -> status.remaining().orElse(0)).sum();
    return new FirstPassView(read, known ? read + left : null);
  }

  private static boolean isBeingRead(SourceStatus status) {
    return status.inStepAt().isEmpty() && status.trouble().isEmpty();
  }

  private static long read(SourceStatus status) {
    return status.documents() + status.failures().size();
  }
}
