package dev.gill.surface.rest;

import dev.gill.model.Traffic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has passed between a source and its servers. */
@Schema(
    name = "Traffic",
    description = "What has passed between a source and its servers since Gill started")
record TrafficView(
    @Schema(description = "That were sent, repetitions included", examples = "1204") long requests,
    @Schema(description = "Answers that asked for a pause", examples = "0") long throttled) {
  static TrafficView of(Traffic traffic) {
    return new TrafficView(traffic.requests(), traffic.throttled());
  }
}
