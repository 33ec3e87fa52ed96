package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gill.answer.NearPassages;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import dev.gill.surface.Asking;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds passages rather than an answer. */
@Singleton
final class SearchTool implements Tool {
  private static final int USUAL = 5;
  private static final int MOST = 20;

  /** As many passages as anybody may leaf through. */
  private static final int LAST = 100;

  private final Asking asking;
  private final SyncMonitor monitor;

  @Inject
  SearchTool(Asking asking, SyncMonitor monitor) {
    this.asking = asking;
    this.monitor = monitor;
  }

  /** Passages, best first. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Reply(List<Found> passages, String nextCursor) {}

  @Override
  public String name() {
    return "search";
  }

  @Override
  public Right needs() {
    return Right.ASK;
  }

  @Override
  public Schema parameters(Texts t) {
    return new Schema()
        .needed("query", t.with("mcp.search.query", Asking.LONGEST_QUESTION))
        .text("source", t.of("mcp.param.source"))
        .text("since", t.of("mcp.param.since"))
        .number("limit", 1, MOST, t.with("mcp.param.limit", USUAL))
        .text("cursor", t.of("mcp.param.cursor"));
  }

  @Override
  public Result call(Arguments given, Caller caller) throws ToolException, InterruptedException {
    String query = given.text("query");
    Window window = given.window(USUAL, MOST, LAST);
    Question question =
        new Question(query, caller.reader(), given.restriction(AskTool.names(monitor.sources())));
    List<Scored> found = asking.search(question, window.toFind());
    List<Found> passages =
        window.of(found).stream().map(each -> Found.of(NearPassages.of(each), caller)).toList();
    Optional<String> next = window.next(found, LAST);
    Texts t = caller.texts(query);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      text.append(passages.get(i).text(window.from() + i + 1, t));
    }
    text.append(passages.isEmpty() ? t.of("mcp.search.nothing") : "");
    next.ifPresent(cursor -> text.append(t.with("mcp.more", cursor)));
    return new Result(text.toString().strip(), new Reply(passages, next.orElse("")));
  }
}
