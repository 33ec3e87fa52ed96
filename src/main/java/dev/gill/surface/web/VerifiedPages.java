package dev.gill.surface.web;

import dev.gill.model.Identity;
import dev.gill.model.Language;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.Visible;
import dev.gill.surface.Languages;
import dev.gill.surface.Links;
import dev.gill.surface.Texts;
import dev.gill.surface.Verifying;
import dev.gill.surface.Verifying.Draft;
import dev.gill.surface.Verifying.DraftException;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of verified answers: those that there are, and one to write another. */
@Path("/verified")
@Produces(Pages.HTML)
class VerifiedPages {
  private final Template verified;
  private final Template verify;
  private final Verifying verifying;
  private final MessagePages messages;
  private final Languages languages;

  @Inject
  VerifiedPages(
      Template verified,
      Template verify,
      Verifying verifying,
      MessagePages messages,
      Languages languages) {
    this.verified = verified;
    this.verify = verify;
    this.verifying = verifying;
    this.messages = messages;
    this.languages = languages;
  }

  /**
   * What stands on the list.
   *
   * @param nameless whether whoever vouches has to say who they are
   */
  record ListPage(
      boolean on, boolean mayVerify, boolean nameless, String problem, List<AnswerRow> rows) {}

  /**
   * One answer.
   *
   * @param mine whether whoever looks is asked to verify it anew
   * @param asked who is asked; null if that is not due
   */
  record AnswerRow(
      String id,
      String question,
      String lang,
      String link,
      String verifier,
      Instant verified,
      Instant until,
      boolean holds,
      String asked,
      boolean mine) {}

  /** What stands in the form. */
  record FormPage(
      String question,
      String answer,
      String author,
      boolean nameless,
      String audience,
      List<FromRow> from,
      String problem) {}

  /** A document that an answer may be drawn from. */
  record FromRow(String id, boolean chosen) {}

  @GET
  @Operation(hidden = true)
  public Response list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return list(200, languages.of(accepted), null);
  }

  private Response list(int status, Texts t, String problem) {
    boolean on = verifying.isOn();
    ListPage page =
        new ListPage(
            on,
            verifying.mayVerify(),
            verifying.ownName().isEmpty(),
            problem,
            on ? verifying.readable().stream().map(this::row).toList() : List.of());
    return html(status, verified.data("t", t).data("page", page).render());
  }

  private AnswerRow row(VerifiedAnswer answer) {
    String asked = verifying.asked(answer).map(Identity::toString).orElse(null);
    return new AnswerRow(
        answer.id(),
        Visible.of(answer.question()),
        Language.of(answer.question()).code(),
        Links.document(verifying.document(answer)),
        Visible.of(answer.verifier()),
        answer.verified(),
        answer.until(),
        verifying.holds(answer),
        asked,
        asked != null && verifying.ownName().filter(asked::equals).isPresent());
  }

  @GET
  @Path("new")
  @Operation(hidden = true)
  public Response form(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @QueryParam("question") String question,
      @QueryParam("from") List<String> from) {
    if (!verifying.mayVerify()) {
      return html(403, messages.notAllowed(accepted));
    }
    List<FromRow> rows =
        from.stream().distinct().limit(8).map(id -> new FromRow(id, false)).toList();
    return form(
        200, languages.of(accepted), new Draft(question, "", "", "", List.of()), rows, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response write(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @FormParam("question") String question,
      @FormParam("answer") String answer,
      @FormParam("author") String author,
      @FormParam("audience") String audience,
      @FormParam("offered") List<String> offered,
      @FormParam("from") List<String> from) {
    if (!verifying.mayVerify()) {
      return html(403, messages.notAllowed(accepted));
    }
    Draft draft = new Draft(question, answer, author, audience, from);
    try {
      verifying.write(draft);
      return leading();
    } catch (DraftException e) {
      Texts t = languages.of(accepted);
      List<FromRow> rows = offered.stream().map(id -> new FromRow(id, from.contains(id))).toList();
      return form(400, t, draft, rows, t.of(e.key()));
    }
  }

  private Response form(int status, Texts t, Draft draft, List<FromRow> from, String problem) {
    FormPage page =
        new FormPage(
            text(draft.question()),
            text(draft.answer()),
            text(draft.author()),
            verifying.ownName().isEmpty(),
            text(draft.audience()),
            from,
            problem);
    return html(status, verify.data("t", t).data("page", page).render());
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  @POST
  @Path("{id}/renew")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response renew(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @PathParam("id") String id,
      @FormParam("author") String author) {
    if (!verifying.mayVerify()) {
      return html(403, messages.notAllowed(accepted));
    }
    try {
      return verifying.renew(id, author).isPresent()
          ? leading()
          : html(404, messages.gone(accepted));
    } catch (DraftException e) {
      Texts t = languages.of(accepted);
      return list(400, t, t.of(e.key()));
    }
  }

  @POST
  @Path("{id}/withdraw")
  @Operation(hidden = true)
  public Response withdraw(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted, @PathParam("id") String id) {
    if (!verifying.mayVerify()) {
      return html(403, messages.notAllowed(accepted));
    }
    return verifying.withdraw(id) ? leading() : html(404, messages.gone(accepted));
  }

  private static Response leading() {
    return Response.status(Response.Status.SEE_OTHER).header("Location", "/verified").build();
  }

  private static Response html(int status, String page) {
    return Response.status(status).type(Pages.HTML).entity(page).build();
  }
}
