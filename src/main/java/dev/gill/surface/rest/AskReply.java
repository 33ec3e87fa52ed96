package dev.gill.surface.rest;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Answer;
import dev.gill.model.SourceId;
import dev.gill.model.Statement;
import dev.gill.surface.Asking;
import dev.gill.surface.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer, or that there is none. */
@Schema(
    name = "AskReply",
    description =
        "An answer with its citations, \"near\" with a quote that may not answer, or \"unknown\" with the passages that came nearest")
record AskReply(
    @Schema(
            description = "Whether there is an answer",
            enumeration = {"answered", "near", "unknown"})
        String status,
    @Schema(
            description =
                "With markers such as [1]; of a question that asks Gill to speak as somebody, why it is declined; else null",
            nullable = true,
            examples = "Stop the writer before you restore. [1]")
        String answer,
    @Schema(description = "The same without markers, each with the numbers of its citations")
        List<StatementView> statements,
    List<CitationView> citations,
    @Schema(
            description =
                "What came nearest, best first, and last what did in another language; empty unless unknown")
        List<PassageView> nearest,
    @Schema(
            description = "Everything written before is taken into account; null if unknown",
            nullable = true)
        Instant asOf,
    @Schema(description = "The same for each source that was drawn on")
        Map<String, Instant> asOfBySource,
    @Schema(
            description =
                "Sources that stand still: those that are quoted or, where there is no answer, all"
                    + " that were searched")
        List<StandstillView> standstills,
    @Schema(
            description = "How far the first reading of the sources is; null once it is done",
            nullable = true)
        FirstPassView firstPass,
    @Schema(description = "When this was answered, by the server's clock") Instant answeredAt,
    @Schema(
            description = "Names the question in the trail; null where none is kept",
            nullable = true)
        String entry,
    @Schema(
            description = "What a chat model had to do with it; null where none is configured",
            nullable = true)
        CompositionView composition,
    @Schema(
            description =
                "What the question was taken for, by what was asked before; null where it was taken"
                    + " as it stands",
            nullable = true)
        RestatedView restated) {

  static AskReply of(
      Answer answer, Circumstances circumstances, Instant answeredAt, QuoteSeal seal, Texts t) {
    Instant asOf = answer.oldest().orElse(null);
    Map<String, Instant> bySource = bySource(answer.asOf());
    CompositionView composition =
        answer.composition().map(each -> CompositionView.of(each, t)).orElse(null);
    return switch (answer) {
      case Answer.Grounded answered ->
          new AskReply(
              "answered",
              text(answered.statements()),
              answered.statements().stream().map(StatementView::of).toList(),
              answered.citations().stream().map(each -> CitationView.of(each, seal)).toList(),
              List.of(),
              asOf,
              bySource,
              circumstances.standstills(),
              circumstances.firstPass(),
              answeredAt,
              null,
              composition,
              null);
      case Answer.Near(var citation, var _) ->
          new AskReply(
              "near",
              null,
              List.of(),
              List.of(CitationView.of(citation, seal)),
              List.of(),
              asOf,
              bySource,
              circumstances.standstills(),
              circumstances.firstPass(),
              answeredAt,
              null,
              composition,
              null);
      case Answer.Unknown(var nearest, var _, var declined, var _) ->
          new AskReply(
              "unknown",
              declined.orElse(null),
              List.of(),
              List.of(),
              nearest.stream().map(n -> PassageView.of(n.found(), n.excerpt(), seal)).toList(),
              asOf,
              bySource,
              circumstances.standstills(),
              circumstances.firstPass(),
              answeredAt,
              null,
              composition,
              null);
    };
  }

  /** The same, with what came of asking besides the answer. */
  AskReply of(Asking.Asked asked, Texts t) {
    return new AskReply(
        status,
        answer,
        statements,
        citations,
        nearest,
        asOf,
        asOfBySource,
        standstills,
        firstPass,
        answeredAt,
        asked.entry().orElse(null),
        composition,
        asked.restated().map(each -> RestatedView.of(each, t)).orElse(null));
  }

  /** One after the other, or one a line where one of them has several. */
  private static String text(List<Statement> statements) {
    boolean lines = statements.stream().anyMatch(each -> each.text().contains("\n"));
    return statements.stream()
        .map(StatementView::marked)
        .collect(Collectors.joining(lines ? "\n" : " "));
  }

  private static Map<String, Instant> bySource(Map<SourceId, Instant> asOf) {
    Map<String, Instant> written = new TreeMap<>();
    asOf.forEach((source, at) -> written.put(source.name(), at));
    return written;
  }
}
