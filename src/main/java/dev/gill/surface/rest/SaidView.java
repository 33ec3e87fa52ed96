package dev.gill.surface.rest;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Statement;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A statement that stands while a chat model still words the rest. */
@Schema(
    name = "Said",
    description =
        "A statement that stands while a chat model still words the rest; the reply that ends the"
            + " events takes the place of all of them")
record SaidView(StatementView statement, List<CitationView> citations) {
  static SaidView of(Statement statement, QuoteSeal seal) {
    return new SaidView(
        StatementView.of(statement),
        statement.citations().stream().map(each -> CitationView.of(each, seal)).toList());
  }
}
