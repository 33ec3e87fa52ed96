package dev.gill.surface.rest;

import dev.gill.model.Citation;
import dev.gill.model.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an answer. */
@Schema(name = "Statement", description = "A part of an answer, and where the documents say so")
record StatementView(
    @Schema(description = "As it is read", examples = "Stop the writer before you restore.")
        String text,
    @Schema(description = "The same, with code kept apart from words") List<PartView> parts,
    @Schema(description = "Markers of the citations that say so; never empty", examples = "[1]")
        List<Integer> citations) {
  static StatementView of(Statement statement) {
    return new StatementView(
        statement.text(),
        PartView.of(statement.parts()),
        statement.citations().stream().map(Citation::marker).toList());
  }

  /** The text with its markers. */
  static String marked(Statement statement) {
    return statement.citations().stream()
        .map(citation -> " [" + citation.marker() + "]")
        .collect(Collectors.joining("", statement.text(), ""));
  }
}
