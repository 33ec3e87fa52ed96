package dev.gill.surface.rest;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Citation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A quote that can be checked. */
@Schema(
    name = "Citation",
    description =
        "A quote that stands verbatim in the canonical text of that revision, from start (inclusive)"
            + " to end (exclusive), counted in UTF-16 units")
record CitationView(
    @Schema(description = "The number by which the answer refers to it", examples = "1") int marker,
    @Schema(examples = "Stop the writer before you restore.") String quote,
    @Schema(description = "The quote as it is read, without the marks of lists, tables and code")
        String plain,
    @Schema(
            description =
                "The quote as it is read with what stands around it; the sentences looked for are"
                    + " marked unless they are all")
        List<PartView> excerpt,
    @Schema(examples = "120") int start,
    @Schema(examples = "155") int end,
    String revision,
    @Schema(description = "Proves to the page of the document that this was quoted")
        String signature,
    DocumentRef document) {
  static CitationView of(Citation c, QuoteSeal seal) {
    return new CitationView(
        c.marker(),
        c.quote(),
        c.plain(),
        PartView.of(c.excerpt()),
        c.start(),
        c.end(),
        c.revision(),
        seal.sign(c.doc(), c.revision(), c.start(), c.quote()),
        DocumentRef.of(c.doc(), c.where()));
  }
}
