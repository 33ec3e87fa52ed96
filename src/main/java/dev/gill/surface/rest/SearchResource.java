package dev.gill.surface.rest;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.NearPassages;
import dev.gill.answer.QuoteSeal;
import dev.gill.model.Question;
import dev.gill.surface.Asking;
import dev.gill.surface.Needs;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches, for passages rather than an answer. */
@Path("/api/search")
@Tag(name = "Asking")
@Needs(Right.ASK)
class SearchResource {
  private final Asking asking;
  private final CurrentReader currentReader;
  private final Restrictions restrictions;
  private final QuoteSeal seal;

  @Inject
  SearchResource(
      Asking asking, CurrentReader currentReader, Restrictions restrictions, QuoteSeal seal) {
    this.asking = asking;
    this.currentReader = currentReader;
    this.restrictions = restrictions;
    this.seal = seal;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "search",
      summary = "Find passages",
      description = "The k best passages that you may read, with the scores of both legs.")
  @APIResponse(
      responseCode = "200",
      description = "The passages, best first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SearchReply.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "q is empty or too long, k is not a whole number from 1 to 100, a source is unknown, or a"
              + " date is none",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public SearchReply search(
      @Parameter(description = "What to look for", required = true, example = "restore backup")
          @QueryParam("q")
          String q,
      @Parameter(
              description = "How many passages",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "10"))
          @QueryParam("k")
          String k,
      @Parameter(description = "Only in this source; several may be given") @QueryParam("source")
          List<String> sources,
      @Parameter(description = "Only what was written that day or later, in UTC")
          @QueryParam("from")
          String from,
      @Parameter(description = "Only what was written that day or earlier, in UTC")
          @QueryParam("until")
          String until)
      throws InterruptedException {
    int wanted = QuestionLimits.passages(k);
    Question question =
        QuestionLimits.question(q, currentReader.get(), restrictions.of(sources, from, until));
    return new SearchReply(
        asking.search(question, wanted).stream()
            .map(each -> PassageView.of(each, NearPassages.of(each).excerpt(), seal))
            .toList());
  }
}
