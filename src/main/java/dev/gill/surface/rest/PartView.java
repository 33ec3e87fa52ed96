package dev.gill.surface.rest;

import dev.gill.model.Part;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a quote as it is read. */
@Schema(
    name = "Part",
    description =
        "A stretch of a quote as it is read; parts follow each other without anything between, and"
            + " code stands on lines of its own")
record PartView(
    @Schema(enumeration = {"words", "code"}) String kind,
    String text,
    @Schema(description = "Whether it is what was looked for, rather than what stands around it")
        boolean marked) {
  static List<PartView> of(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                new PartView(
                    part.kind().name().toLowerCase(Locale.ROOT), part.text(), part.marked()))
        .toList();
  }
}
