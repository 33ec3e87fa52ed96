package dev.gill.surface.web;

import dev.gill.ledger.FeedbackBox;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages. */
@Path("/")
@Produces(Pages.HTML)
class Pages {
  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final Logger LOG = System.getLogger(Pages.class.getName());

  private final AtomicLong errors = new AtomicLong();
  private final Template ask;
  private final Template sources;
  private final Template document;
  private final Messages messages;
  private final DocumentPages documents;
  private final Suggestions suggestions;
  private final FeedbackBox feedback;
  private final InstantSource clock;

  @Inject
  Pages(
      Template ask,
      Template sources,
      Template document,
      Messages messages,
      DocumentPages documents,
      Suggestions suggestions,
      FeedbackBox feedback,
      InstantSource clock) {
    this.ask = ask;
    this.sources = sources;
    this.document = document;
    this.messages = messages;
    this.documents = documents;
    this.suggestions = suggestions;
    this.feedback = feedback;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public String ask() {
    List<Suggestion> tries = suggestions.questions().stream().map(Suggestion::of).toList();
    return ask.data("suggestions", tries, "feedback", feedback.isOpen()).render();
  }

  @GET
  @Path("sources")
  @Operation(hidden = true)
  public String sources() {
    return sources.instance().render();
  }

  @GET
  @Path("documents/{id:.+}")
  @Operation(hidden = true)
  public Response document(
      @PathParam("id") String id,
      @QueryParam("revision") String revision,
      @QueryParam("start") String start,
      @QueryParam("end") String end,
      @QueryParam("quote") String quote,
      @QueryParam("signature") String signature) {
    Optional<DocumentPage> page =
        documents.page(id, PassageLink.of(revision, start, end, quote, signature));
    return page.map(found -> html(200, document.data("page", found).render()))
        .orElseGet(() -> html(404, messages.gone()));
  }

  @ServerExceptionMapper
  public Response failed(RuntimeException e) {
    String id = Long.toString(clock.millis(), 36) + "-p" + errors.incrementAndGet();
    LOG.log(Level.ERROR, () -> "error %s: a page could not be shown".formatted(id), e);
    return html(500, messages.failed(id));
  }

  private static Response html(int status, String page) {
    return Response.status(status).type(HTML).entity(page).build();
  }
}
