package dev.gill.surface.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.ledger.FeedbackBox;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import dev.gill.surface.TrailView;
import dev.gill.surface.Verifying;
import dev.gill.sync.SyncMonitor;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages, in the language that the browser asks for. */
@Path("/")
@Produces(Pages.HTML)
class Pages {
  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final Logger LOG = System.getLogger(Pages.class.getName());

  private final AtomicLong errors = new AtomicLong();
  private final Template ask;
  private final Template sources;
  private final Template document;
  private final MessagePages messages;
  private final DocumentPages documents;
  private final MovedPassages moved;
  private final FirstPage firstPage;
  private final SyncMonitor monitor;
  private final FeedbackBox feedback;
  private final TrailView trail;
  private final Verifying verifying;
  private final Languages languages;
  private final ObjectMapper json;
  private final InstantSource clock;

  @Inject
  Pages(
      Template ask,
      Template sources,
      Template document,
      MessagePages messages,
      DocumentPages documents,
      MovedPassages moved,
      FirstPage firstPage,
      SyncMonitor monitor,
      FeedbackBox feedback,
      TrailView trail,
      Verifying verifying,
      Languages languages,
      ObjectMapper json,
      InstantSource clock) {
    this.ask = ask;
    this.sources = sources;
    this.document = document;
    this.messages = messages;
    this.documents = documents;
    this.moved = moved;
    this.firstPage = firstPage;
    this.monitor = monitor;
    this.feedback = feedback;
    this.trail = trail;
    this.verifying = verifying;
    this.languages = languages;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public String ask(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    List<String> names = monitor.sources().stream().map(status -> status.source().name()).toList();
    Texts t = languages.of(accepted);
    return scripted(ask, t)
        .data("offer", firstPage.offer(t.tag()))
        .data("sources", names)
        .data("feedback", feedback.isOpen())
        .data("trail", trail.days() > 0)
        .data("verifier", verifying.mayVerify())
        .render();
  }

  @GET
  @Path("sources")
  @Operation(hidden = true)
  public String sources(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return scripted(sources, languages.of(accepted)).render();
  }

  @GET
  @Path("documents/{id:.+}")
  @Operation(hidden = true)
  public Response document(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @PathParam("id") String id,
      @QueryParam("revision") String revision,
      @QueryParam("start") String start,
      @QueryParam("end") String end,
      @QueryParam("quote") String quote,
      @QueryParam("signature") String signature,
      @QueryParam("moved") String from) {
    Texts t = languages.of(accepted);
    PassageLink claim = PassageLink.of(revision, start, end, quote, signature).movedFrom(from);
    return documents
        .page(id, claim, t)
        .map(found -> html(200, scripted(document, t).data("page", found).render()))
        .or(() -> moved.address(id, claim).map(Pages::leading))
        .orElseGet(() -> html(404, messages.gone(accepted)));
  }

  @ServerExceptionMapper
  public Response failed(RuntimeException e, HttpHeaders headers) {
    String id = Long.toString(clock.millis(), 36) + "-p" + errors.incrementAndGet();
    LOG.log(Level.ERROR, () -> "error %s: a page could not be shown".formatted(id), e);
    String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    return html(500, messages.failed(accepted, id));
  }

  /** A page whose scripts speak the same language. */
  private TemplateInstance scripted(Template template, Texts t) {
    try {
      return template.data("t", t).data("script", json.writeValueAsString(t.scripted()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  /** The address stays as it is, since what stands before Gill may be called otherwise. */
  private static Response leading(String address) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", address).build();
  }

  private static Response html(int status, String page) {
    return Response.status(status).type(HTML).entity(page).build();
  }
}
