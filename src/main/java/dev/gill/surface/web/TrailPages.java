package dev.gill.surface.web;

import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import dev.gill.surface.TrailView;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages of the trail: what Gill keeps of you, and all of it for those who look after Gill. */
@Path("/trail")
@Produces(Pages.HTML)
class TrailPages {
  private static final int ON_A_PAGE = 50;

  private final Template trail;
  private final TrailView view;
  private final Languages languages;

  @Inject
  TrailPages(Template trail, TrailView view, Languages languages) {
    this.trail = trail;
    this.view = view;
    this.languages = languages;
  }

  /**
   * What stands on the page.
   *
   * @param own whether these are the questions of whoever looks
   * @param next address of the next page; null if there is none
   * @param trouble why the trail cannot be read or written; null if all is well
   */
  record TrailPage(
      boolean own,
      boolean admin,
      boolean recognised,
      int days,
      long lost,
      String trouble,
      List<KeptRow> rows,
      String next) {}

  @GET
  @Operation(hidden = true)
  public Response all(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
      @QueryParam("before") String before) {
    if (!view.maySeeAll()) {
      return leadingToMine();
    }
    return page(false, accepted, () -> view.all(number(before), ON_A_PAGE));
  }

  @GET
  @Path("mine")
  @Operation(hidden = true)
  public Response mine(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return page(true, accepted, () -> new TrailView.Shown(view.mine(), OptionalLong.empty()));
  }

  @POST
  @Path("mine/forget")
  @Operation(hidden = true)
  public Response forget(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    try {
      view.forgetMine();
      return leadingToMine();
    } catch (LedgerException e) {
      return mine(accepted);
    }
  }

  /** The address stays as it is, since what stands before Gill may be called otherwise. */
  private static Response leadingToMine() {
    return Response.status(Response.Status.SEE_OTHER).header("Location", "/trail/mine").build();
  }

  private Response page(boolean own, String accepted, Supplier<TrailView.Shown> questions) {
    Texts t = languages.of(accepted);
    TrailBook.Condition condition = view.condition();
    try {
      TrailView.Shown shown = questions.get();
      String next = shown.next().isPresent() ? "/trail?before=" + shown.next().getAsLong() : null;
      List<KeptRow> rows = shown.questions().stream().map(each -> KeptRow.of(each, t)).toList();
      return html(200, t, own, condition, condition.trouble().orElse(null), rows, next);
    } catch (LedgerException e) {
      return html(503, t, own, condition, e.getMessage(), List.of(), null);
    }
  }

  private Response html(
      int status,
      Texts t,
      boolean own,
      TrailBook.Condition condition,
      String trouble,
      List<KeptRow> rows,
      String next) {
    TrailPage page =
        new TrailPage(
            own,
            view.maySeeAll(),
            view.isRecognised(),
            view.days(),
            condition.lost(),
            trouble == null ? null : languages.reworded(trouble, t).text(),
            rows,
            next);
    return Response.status(status)
        .type(Pages.HTML)
        .entity(trail.data("t", t).data("page", page).render())
        .build();
  }

  private static OptionalLong number(String written) {
    return written != null && written.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(written))
        : OptionalLong.empty();
  }
}
