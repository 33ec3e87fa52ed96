package dev.gill.surface.rest;

import dev.gill.gaps.Gap;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was asked in vain. */
@Schema(name = "GapsReply", description = "What was asked in vain, as far as you may see it")
record GapsReply(
    @Schema(description = "Whether a trail is kept, without which nothing is known of it")
        boolean kept,
    @Schema(
            description =
                "Whose questions you see: your own, those of people who may read no more than you,"
                    + " or all",
            enumeration = {"own", "covered", "all"})
        String sight,
    @Schema(description = "What was asked most often first") List<GapView> gaps) {

  /** One of them. */
  @Schema(name = "Gap")
  record GapView(
      @Schema(description = "As it was asked last") String question,
      @Schema(description = "In which other words it was asked") List<String> otherWords,
      int times,
      @Schema(description = "How many people asked; null if none was recognised", nullable = true)
          Integer people,
      @Schema(description = "How often it was said that the answer does not help") int disliked,
      @Schema(description = "When it was asked last") Instant last,
      @Schema(description = "What comes nearest now, of what you may read, best first")
          List<NearView> nearest) {
    static GapView of(Gap gap) {
      return new GapView(
          gap.question(),
          gap.otherWords(),
          gap.times(),
          gap.people().orElse(null),
          gap.disliked(),
          gap.last(),
          gap.nearest().stream().map(NearView::of).toList());
    }
  }

  /** A document that comes near. */
  @Schema(name = "NearDocument")
  record NearView(
      @Schema(description = "Its id") String document,
      String title,
      @Schema(description = "Who wrote it last; empty if unknown") String author,
      Instant modified) {
    static NearView of(Gap.Near near) {
      return new NearView(near.document(), near.title(), near.author(), near.modified());
    }
  }
}
