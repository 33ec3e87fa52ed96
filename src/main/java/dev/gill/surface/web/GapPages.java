package dev.gill.surface.web;

import dev.gill.gaps.Gap;
import dev.gill.ledger.LedgerException;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Visible;
import dev.gill.surface.AskedInVain;
import dev.gill.surface.Languages;
import dev.gill.surface.Links;
import dev.gill.surface.Texts;
import dev.gill.surface.Verifying;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of what was asked in vain. */
@Path("/gaps")
@Produces(Pages.HTML)
class GapPages {
  private final Template gaps;
  private final AskedInVain asked;
  private final Verifying verifying;
  private final Languages languages;

  @Inject
  GapPages(Template gaps, AskedInVain asked, Verifying verifying, Languages languages) {
    this.gaps = gaps;
    this.asked = asked;
    this.verifying = verifying;
    this.languages = languages;
  }

  /**
   * What stands on the page.
   *
   * @param trouble why the trail cannot be read; null if all is well
   */
  record GapPage(boolean kept, String lead, String trouble, List<GapRow> rows) {}

  /**
   * Something that was asked in vain.
   *
   * @param answer the address where it can be answered; null for those who may not
   */
  record GapRow(
      String question,
      String lang,
      String times,
      Instant last,
      List<String> otherWords,
      List<NearRow> nearest,
      String answer) {}

  /** A document that comes near. */
  record NearRow(String title, String lang, String link, String author, Instant modified) {}

  @GET
  @Operation(hidden = true)
  public Response gaps(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted)
      throws InterruptedException {
    Texts t = languages.of(accepted);
    if (!asked.isOn()) {
      return html(200, t, new GapPage(false, t.of("gaps.off"), null, List.of()));
    }
    String lead =
        switch (asked.sight()) {
          case OWN -> t.of("gaps.lead.own");
          case COVERED -> t.of("gaps.lead.covered");
          case ALL -> t.of("gaps.lead.all");
        };
    try {
      boolean may = verifying.mayVerify();
      List<GapRow> rows = asked.open().stream().map(gap -> row(gap, may, t)).toList();
      return html(200, t, new GapPage(true, lead, null, rows));
    } catch (LedgerException e) {
      String trouble = languages.reworded(e.getMessage(), t).text();
      return html(503, t, new GapPage(true, lead, trouble, List.of()));
    }
  }

  private static GapRow row(Gap gap, boolean may, Texts t) {
    String times = t.with(gap.times() == 1 ? "gaps.times.one" : "gaps.times.other", gap.times());
    return new GapRow(
        Visible.of(gap.question()),
        Language.of(gap.question()).code(),
        gap.disliked() == 0 ? times : times + t.with("gaps.disliked", gap.disliked()),
        gap.last(),
        gap.otherWords().stream().map(Visible::of).toList(),
        gap.nearest().stream().map(GapPages::near).toList(),
        may ? address(gap) : null);
  }

  private static NearRow near(Gap.Near near) {
    String title = near.title().isBlank() ? near.document() : near.title();
    return new NearRow(
        Visible.of(title),
        Language.of(title).code(),
        Links.document(DocId.parse(near.document())),
        Visible.of(near.author()),
        near.modified());
  }

  private static String address(Gap gap) {
    return "/verified/new?question="
        + encoded(gap.question())
        + gap.nearest().stream()
            .map(near -> "&from=" + encoded(near.document()))
            .collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Response html(int status, Texts t, GapPage page) {
    return Response.status(status)
        .type(Pages.HTML)
        .entity(gaps.data("t", t).data("page", page).render())
        .build();
  }
}
