package dev.gill.surface.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.answer.CurrentReader;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.surface.AnswerText;
import dev.gill.surface.AnswerWriter;
import dev.gill.surface.Asking;
import dev.gill.surface.Bearing;
import dev.gill.surface.Languages;
import dev.gill.surface.Needs;
import dev.gill.surface.OwnAddress;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.sync.SyncMonitor;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers the last message of a chat. */
@Path(ChatResource.PATH)
@Needs(Right.ASK)
class ChatResource {
  static final String PATH = "/v1/chat/completions";

  private final Asking asking;
  private final AnswerWriter writer;
  private final CurrentReader currentReader;
  private final SyncMonitor monitor;
  private final Languages languages;
  private final OwnAddress address;
  private final Failures failures;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  @Inject
  ChatResource(
      Asking asking,
      AnswerWriter writer,
      CurrentReader currentReader,
      SyncMonitor monitor,
      Languages languages,
      OwnAddress address,
      Failures failures,
      ObjectMapper json,
      InstantSource clock) {
    this.asking = asking;
    this.writer = writer;
    this.currentReader = currentReader;
    this.monitor = monitor;
    this.languages = languages;
    this.address = address;
    this.failures = failures;
    this.json = json;
    this.clock = clock;
  }

  @POST
  @Blocking
  @Operation(hidden = true)
  public Response complete(
      byte[] body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @Context UriInfo called) {
    return failures.mended(
        accepted,
        () -> {
          ChatRequest request = ChatRequest.read(body, json);
          Completion completion = completion(request, address.or(called.getBaseUri()));
          return request.stream()
              ? Response.ok(completion.events(request.usage()))
                  .type(MediaType.SERVER_SENT_EVENTS_TYPE.withCharset("UTF-8"))
                  .build()
              : Response.ok(completion.whole()).type(MediaType.APPLICATION_JSON_TYPE).build();
        });
  }

  /** In the language of the question, since the client speaks for somebody else. */
  private Completion completion(ChatRequest request, URI here) throws InterruptedException {
    Question question = new Question(request.question(), currentReader.get());
    Asking.Asked asked = asking.ask(AskedOn.OPENAI, question, request.before());
    Texts t = languages.of(Language.of(request.question()).code());
    Bearing bearing = Bearing.of(asked.answer(), question.restriction(), monitor.sources());
    AnswerText text = writer.write(asked, bearing, t, here);
    String id = "chatcmpl-" + Long.toString(clock.millis(), 36) + "-" + count.incrementAndGet();
    return new Completion(id, clock.instant(), text, asked.effort(), json);
  }
}
