package dev.gill.surface.rest;

import dev.gill.model.DocId;
import dev.gill.model.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document that a passage stands in, and where in it. */
@Schema(name = "DocumentRef", description = "The document a passage stands in, and where in it")
record DocumentRef(
    @Schema(examples = "handbook:runbooks/restore.md") String id,
    @Schema(examples = "handbook") String source,
    @Schema(examples = "Restoring the database") String title,
    @Schema(description = "The original; empty if the source has no links") String url,
    @Schema(
            description =
                "The revision that was quoted, also once there is a newer one; empty if the source"
                    + " shows no earlier ones")
        String revisionUrl,
    @Schema(description = "The heading path, outermost first") List<String> headings,
    @Schema(
            description =
                "What the columns of the quoted row are called; empty if it is no row, or the first")
        List<String> columns,
    @Schema(
            description = "Null if the format has no lines, pages, slides or sheets",
            nullable = true)
        PositionView position,
    @Schema(description = "Who wrote this revision; empty if unknown") String author,
    @Schema(description = "When this revision was written, as far as is known") Instant modified,
    @Schema(
            description =
                "How that is known: the document says so, its source says so of the revision, the"
                    + " message was sent then, the file was changed then and nothing better is known,"
                    + " or the author said then that it holds",
            enumeration = {"document", "revision", "message", "file", "verified"})
        String dated) {
  static DocumentRef of(DocId doc, Locator where) {
    return new DocumentRef(
        doc.toString(),
        doc.source().name(),
        where.title(),
        where.url(),
        where.revisionUrl(),
        where.headings(),
        where.columns(),
        PositionView.of(where.place()),
        where.author(),
        where.modified(),
        where.dated().name().toLowerCase(Locale.ROOT));
  }
}
