package dev.gill.surface.rest;

import dev.gill.index.DocHead;
import dev.gill.index.StoredDocument;
import dev.gill.model.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document as the index holds it. */
@Schema(name = "Document", description = "A document's present state")
record DocumentView(
    @Schema(examples = "handbook:runbooks/restore.md") String id,
    String source,
    String revision,
    String title,
    @Schema(description = "The original; empty if the source has no links") String url,
    @Schema(
            description =
                "This revision, also once there is a newer one; empty if the source shows no earlier"
                    + " ones")
        String revisionUrl,
    @Schema(description = "Who wrote this revision; empty if unknown") String author,
    @Schema(description = "When this revision was written, as far as is known") Instant modified,
    @Schema(
            description = "How that is known",
            enumeration = {"document", "revision", "message", "file", "verified"})
        String dated,
    @Schema(description = "The canonical text, in which all offsets count") String text,
    @Schema(description = "What the original holds and the text does not")
        List<LeftOutView> leftOut,
    List<ChunkView> chunks) {
  static DocumentView of(StoredDocument document) {
    DocHead head = document.head();
    Locator top = Locator.of(head.origin(), List.of(), Optional.empty());
    return new DocumentView(
        head.id().toString(),
        head.id().source().name(),
        head.revision(),
        top.title(),
        top.url(),
        top.revisionUrl(),
        top.author(),
        top.modified(),
        top.dated().name().toLowerCase(Locale.ROOT),
        document.text(),
        LeftOutView.of(List.of(head)),
        document.chunks().stream().map(ChunkView::of).toList());
  }
}
