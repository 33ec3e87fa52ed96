package dev.gill.surface.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.gill.surface.Unfolding;
import dev.gill.sync.SyncMonitor;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
          URI here = address.or(called.getBaseUri());
          Question question = new Question(request.question(), currentReader.get());
          String id =
              "chatcmpl-" + Long.toString(clock.millis(), 36) + "-" + count.incrementAndGet();
          return request.stream()
              ? events(id, request, question, here)
              : Response.ok(whole(id, request, question, here))
                  .type(MediaType.APPLICATION_JSON_TYPE)
                  .build();
        });
  }

  private ObjectNode whole(String id, ChatRequest request, Question question, URI here)
      throws InterruptedException {
    Asking.Asked asked = asking.ask(AskedOn.OPENAI, question, request.before());
    AnswerText text = text(asked, question, here);
    return new Completion(id, clock.instant(), text, asked.effort(), json).whole();
  }

  /** Begins once there is something to send; until then, whatever fails has its own reply. */
  private Response events(String id, ChatRequest request, Question question, URI here)
      throws InterruptedException {
    Chunks chunks = new Chunks(id, clock.instant(), request.usage(), json);
    Multi<String> events =
        Unfolding.begin(
            out -> {
              Sending sending = new Sending(chunks, writer, here, out);
              Asking.Asked asked =
                  asking.ask(AskedOn.OPENAI, question, request.before(), sending::said);
              sending.end(
                  text(asked, question, here),
                  "\n\n" + texts(question).of("openai.instead") + "\n\n",
                  asked.effort());
            });
    return Response.ok(written(events))
        .type(MediaType.SERVER_SENT_EVENTS_TYPE.withCharset("UTF-8"))
        .build();
  }

  private static StreamingOutput written(Multi<String> events) {
    return body -> {
      try (Stream<String> all = events.subscribe().asStream()) {
        for (String event : (Iterable<String>) all::iterator) {
          body.write(event.getBytes(StandardCharsets.UTF_8));
          body.flush();
        }
      }
    };
  }

  private AnswerText text(Asking.Asked asked, Question question, URI here) {
    Bearing bearing = Bearing.of(asked.answer(), question.restriction(), monitor.sources());
    return writer.write(asked, bearing, texts(question), here);
  }

  /** In the language of the question, since the client speaks for somebody else. */
  private Texts texts(Question question) {
    return languages.of(Language.of(question.text()).code());
  }
}
