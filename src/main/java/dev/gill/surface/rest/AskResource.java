package dev.gill.surface.rest;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.CurrentReader;
import dev.gill.answer.QuoteSeal;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.surface.Asking;
import dev.gill.surface.Languages;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.surface.Unfolding;
import dev.gill.sync.SyncMonitor;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks, for an answer with citations. */
@Path("/api/ask")
@Tag(name = "Asking")
@Needs(Right.ASK)
class AskResource {
  /** What browsers say of the page that sends a request; nothing else sends it. */
  private static final String SENT_BY = "Sec-Fetch-Site";

  private static final String OWN_PAGE = "same-origin";

  private final Asking asking;
  private final CurrentReader currentReader;
  private final Restrictions restrictions;
  private final SyncMonitor monitor;
  private final IndexEngine index;
  private final Languages languages;
  private final QuoteSeal seal;
  private final InstantSource clock;

  @Inject
  AskResource(
      Asking asking,
      CurrentReader currentReader,
      Restrictions restrictions,
      SyncMonitor monitor,
      IndexEngine index,
      Languages languages,
      QuoteSeal seal,
      InstantSource clock) {
    this.asking = asking;
    this.currentReader = currentReader;
    this.restrictions = restrictions;
    this.monitor = monitor;
    this.index = index;
    this.languages = languages;
    this.seal = seal;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "ask",
      summary = "Ask a question",
      description =
          "Answers from the documents that you may read, every statement with a quote that can be"
              + " checked; or says that it does not know and shows what came nearest. Ask for"
              + " text/event-stream to get the same as events: 'statement' (one each that holds,"
              + " with its citations, while a chat model still words the rest), then 'citation'"
              + " (one each), 'answer' (the text, if there is one), 'done' (the whole reply, which"
              + " takes the place of all statements).")
  @APIResponse(
      responseCode = "200",
      description = "An answer, \"near\" or \"unknown\"",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = AskReply.class)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = AskReply.class))
      })
  @APIResponse(
      responseCode = "400",
      description =
          "The question is empty or too long, a source is unknown, a date is none, or the body is"
              + " not JSON",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "408",
      description = "The body did not come in time",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "413",
      description = "The body is too large",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "415",
      description = "The body is not sent as JSON",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "500",
      description = "Something went wrong inside Gill; errorId leads to the log",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public AskReply ask(
      AskRequest request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @Parameter(hidden = true) @HeaderParam(SENT_BY) String sentBy)
      throws InterruptedException {
    return reply(question(request), before(request), accepted, sentBy, AnswerListener.none());
  }

  private Question question(AskRequest request) {
    return request == null
        ? QuestionLimits.question(null, currentReader.get(), Restriction.none())
        : QuestionLimits.question(
            request.question(),
            currentReader.get(),
            restrictions.of(request.sources(), request.from(), request.until()));
  }

  private static List<String> before(AskRequest request) {
    return QuestionLimits.before(request.before());
  }

  private AskReply reply(
      Question question,
      List<String> before,
      String accepted,
      String sentBy,
      AnswerListener listener)
      throws InterruptedException {
    AskedOn on = OWN_PAGE.equals(sentBy) ? AskedOn.PAGE : AskedOn.API;
    Asking.Asked asked = asking.ask(on, question, before, listener);
    Answer answer = asked.answer();
    Texts t = languages.of(accepted);
    Circumstances circumstances =
        Circumstances.of(
            answer,
            question.restriction(),
            monitor.sources(),
            source -> readsAll(question.reader(), source),
            said -> languages.reworded(said, t));
    return AskReply.of(answer, circumstances, clock.instant(), seal, t).of(asked, t);
  }

  private boolean readsAll(Reader reader, SourceId source) {
    try (Snapshot snapshot = index.snapshot()) {
      return new Clearance(snapshot, reader).readsAll(source);
    }
  }

  /** The same, as events; whatever fails before the first one is a problem. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> stream(
      AskRequest request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @HeaderParam(SENT_BY) String sentBy,
      @Context Sse sse)
      throws InterruptedException {
    Question question = question(request);
    List<String> before = before(request);
    return Unfolding.begin(
        out -> {
          AskReply reply =
              reply(
                  question,
                  before,
                  accepted,
                  sentBy,
                  said -> out.accept(event(sse, "statement", SaidView.of(said, seal))));
          reply.citations().forEach(citation -> out.accept(event(sse, "citation", citation)));
          if (reply.answer() != null) {
            out.accept(sse.newEvent("answer", reply.answer()));
          }
          out.accept(event(sse, "done", reply));
        });
  }

  private static OutboundSseEvent event(Sse sse, String name, Object data) {
    return sse.newEventBuilder()
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(data)
        .build();
  }
}
