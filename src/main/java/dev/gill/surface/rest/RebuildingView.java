package dev.gill.surface.rest;

import dev.gill.surface.Worded;
import dev.gill.sync.Rebuilding;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new index that is built from the sources. */
@Schema(
    name = "Rebuilding",
    description = "A new index that is built from the sources; it takes over when it is in step")
record RebuildingView(
    @Schema(
            description = "How many it holds; null for whoever may not read all of it",
            nullable = true)
        Long documents,
    @Schema(
            description = "About how many it will hold; null for whoever may not read all of it",
            nullable = true)
        Long ofAbout,
    @Schema(description = "When it was found to be needed") Instant since,
    @Schema(description = "Why it is needed, in one or two sentences") String why,
    @Schema(description = "The language of the sentences", examples = "en") String language,
    @Schema(
            description = "What has to happen before it goes on; null while it goes on",
            nullable = true)
        String waiting) {
  /**
   * Null if there is none.
   *
   * @param counted whether the reader may know how many documents there are
   */
  static RebuildingView of(
      Optional<Rebuilding> rebuilding, boolean counted, Function<String, Worded> wording) {
    return rebuilding.map(r -> of(r, counted, wording)).orElse(null);
  }

  private static RebuildingView of(
      Rebuilding rebuilding, boolean counted, Function<String, Worded> wording) {
    Worded why = wording.apply(rebuilding.why());
    return new RebuildingView(
        counted ? rebuilding.documents() : null,
        counted ? rebuilding.ofAbout() : null,
        rebuilding.since(),
        why.text(),
        why.language(),
        rebuilding.waiting().map(each -> wording.apply(each).text()).orElse(null));
  }
}
