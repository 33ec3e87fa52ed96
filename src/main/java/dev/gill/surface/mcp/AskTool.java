package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.NearPassage;
import dev.gill.model.Question;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.surface.AnswerText;
import dev.gill.surface.AnswerWriter;
import dev.gill.surface.Asking;
import dev.gill.surface.Bearing;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for an answer with its citations. */
@Singleton
final class AskTool implements Tool {
  private final Asking asking;
  private final AnswerWriter writer;
  private final SyncMonitor monitor;

  @Inject
  AskTool(Asking asking, AnswerWriter writer, SyncMonitor monitor) {
    this.asking = asking;
    this.writer = writer;
    this.monitor = monitor;
  }

  /**
   * An answer.
   *
   * @param status {@code answered}, {@code near} or {@code unknown}
   * @param text as it is read
   * @param nearest of an unknown answer, what came nearest
   * @param asOf what was written before is taken into account
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Reply(
      String status, String text, List<Quoted> citations, List<Found> nearest, String asOf) {}

  /** A quote that stands verbatim in that revision, from start to end in UTF-16 units. */
  record Quoted(
      int marker, String quote, String revision, int start, int end, DocumentView document) {
    static Quoted of(Citation citation, Caller caller) {
      return new Quoted(
          citation.marker(),
          citation.quote(),
          citation.revision(),
          citation.start(),
          citation.end(),
          DocumentView.of(citation.doc(), citation.where(), caller.here()));
    }
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public Right needs() {
    return Right.ASK;
  }

  @Override
  public Schema parameters(Texts t) {
    return new Schema()
        .needed("question", t.with("mcp.ask.question", Asking.LONGEST_QUESTION))
        .text("source", t.of("mcp.param.source"))
        .text("since", t.of("mcp.param.since"));
  }

  @Override
  public Result call(Arguments given, Caller caller) throws ToolException, InterruptedException {
    List<SourceStatus> sources = monitor.sources();
    String asked = given.text("question");
    Restriction restriction = given.restriction(names(sources));
    Question question = new Question(asked, caller.reader(), restriction);
    Answer answer = asking.ask(AskedOn.MCP, question).answer();
    Texts t = caller.texts(asked);
    Bearing bearing = Bearing.of(answer, restriction, sources);
    AnswerText text = writer.write(answer, bearing, t, caller.here());
    List<Quoted> citations =
        citations(answer).stream().map(each -> Quoted.of(each, caller)).toList();
    List<Found> nearest = nearest(answer, caller);
    String places =
        citations.stream()
            .map(each -> place(each.marker(), each.document(), each.start(), each.end(), t))
            .collect(Collectors.joining());
    String asOf = answer.oldest().map(Object::toString).orElse("");
    return new Result(
        text.text() + (places.isEmpty() ? "" : "\n" + places),
        new Reply(status(answer), text.text(), citations, nearest, asOf));
  }

  private static String place(int marker, DocumentView document, int start, int end, Texts t) {
    return "\n" + t.filled("mcp.where", "[" + marker + "]", document.id(), "" + start, "" + end);
  }

  static List<SourceId> names(List<SourceStatus> sources) {
    return sources.stream().map(SourceStatus::source).toList();
  }

  private static String status(Answer answer) {
    return switch (answer) {
      case Answer.Grounded _ -> "answered";
      case Answer.Near _ -> "near";
      case Answer.Unknown _ -> "unknown";
    };
  }

  private static List<Citation> citations(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded -> grounded.citations();
      case Answer.Near near -> List.of(near.citation());
      case Answer.Unknown _ -> List.of();
    };
  }

  private static List<Found> nearest(Answer answer, Caller caller) {
    return answer instanceof Answer.Unknown unknown
        ? unknown.nearest().stream().map((NearPassage near) -> Found.of(near, caller)).toList()
        : List.of();
  }
}
