package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gill.index.DocHead;
import dev.gill.model.Restriction;
import dev.gill.model.Scope;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import dev.gill.sync.Breath;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what was written last, and what is gone since Gill was started. */
@Singleton
final class RecentChangesTool implements Tool {
  private static final int USUAL = 10;
  private static final int MOST = 50;

  /** As many documents as anybody may leaf through. */
  private static final int LAST = 1_000;

  private final Library library;
  private final SyncMonitor monitor;

  @Inject
  RecentChangesTool(Library library, SyncMonitor monitor) {
    this.library = library;
    this.monitor = monitor;
  }

  /**
   * What has changed, newest first.
   *
   * @param removed lately; on the first page only
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Reply(List<Changed> changes, List<Removed> removed, String nextCursor) {}

  /** A document in its newest revision. */
  record Changed(String revision, DocumentView document) {}

  /** A document that is gone. */
  record Removed(String id, String at) {}

  @Override
  public String name() {
    return "recent_changes";
  }

  @Override
  public Right needs() {
    return Right.READ;
  }

  @Override
  public Schema parameters(Texts t) {
    return new Schema()
        .text("since", t.of("mcp.param.since"))
        .text("source", t.of("mcp.param.source"))
        .number("limit", 1, MOST, t.with("mcp.param.limit", USUAL))
        .text("cursor", t.of("mcp.param.cursor"));
  }

  @Override
  public Result call(Arguments given, Caller caller) throws ToolException {
    Restriction restriction = given.restriction(AskTool.names(monitor.sources()));
    Window window = given.window(USUAL, MOST, LAST);
    List<DocHead> latest = library.latest(caller.reader(), restriction, window.toFind());
    List<Changed> changes =
        window.of(latest).stream()
            .map(head -> new Changed(head.revision(), DocumentView.of(head, caller.here())))
            .toList();
    List<Removed> removed = window.from() == 0 ? removed(restriction, caller) : List.of();
    Optional<String> next = window.next(latest, LAST);
    return new Result(
        text(changes, removed, next, caller.texts()), new Reply(changes, removed, next.orElse("")));
  }

  private List<Removed> removed(Restriction restriction, Caller caller) {
    Set<Scope> readable = library.scopes(caller.reader());
    return monitor.breaths().stream()
        .filter(breath -> breath.kind() == Breath.Kind.DELETED)
        .filter(breath -> readable.contains(breath.scope()))
        .filter(breath -> restriction.covers(breath.doc().source(), breath.at()))
        .limit(MOST)
        .map(breath -> new Removed(breath.doc().toString(), breath.at().toString()))
        .toList();
  }

  private static String text(
      List<Changed> changes, List<Removed> removed, Optional<String> next, Texts t) {
    StringBuilder text = new StringBuilder();
    changes.forEach(
        each ->
            text.append("- %s\n  %s\n".formatted(each.document().line(), each.document().id())));
    if (changes.isEmpty()) {
      text.append(t.of("mcp.recent_changes.nothing")).append('\n');
    }
    if (!removed.isEmpty()) {
      text.append('\n').append(t.of("mcp.recent_changes.removed")).append('\n');
      removed.forEach(each -> text.append("- %s, %s\n".formatted(each.id(), each.at())));
    }
    next.ifPresent(cursor -> text.append('\n').append(t.with("mcp.more", cursor)));
    return text.toString().strip();
  }
}
