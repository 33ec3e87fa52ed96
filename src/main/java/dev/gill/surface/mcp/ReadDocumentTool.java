package dev.gill.surface.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a stretch of a document. */
@Singleton
final class ReadDocumentTool implements Tool {
  private static final int USUAL = 4_000;
  private static final int MOST = 8_000;

  private final Library library;

  @Inject
  ReadDocumentTool(Library library) {
    this.library = library;
  }

  /**
   * A stretch of a document's text.
   *
   * @param length of the whole text; offsets count UTF-16 units
   * @param next where to go on; null at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(
      DocumentView document,
      String revision,
      int start,
      int end,
      int length,
      Integer next,
      String text) {}

  @Override
  public String name() {
    return "read_document";
  }

  @Override
  public Right needs() {
    return Right.READ;
  }

  @Override
  public Schema parameters(Texts t) {
    return new Schema()
        .needed("id", t.of("mcp.read_document.id"))
        .number("start", 0, Integer.MAX_VALUE, t.of("mcp.read_document.start"))
        .number("end", 1, Integer.MAX_VALUE, t.filled("mcp.read_document.end", USUAL, MOST));
  }

  @Override
  public Result call(Arguments given, Caller caller) throws ToolException {
    String id = given.text("id").strip();
    OptionalInt from = given.number("start", 0, Integer.MAX_VALUE);
    OptionalInt to = given.number("end", 1, Integer.MAX_VALUE);
    StoredDocument document =
        parse(id)
            .flatMap(doc -> library.find(doc, caller.reader()))
            .orElseThrow(() -> new ToolException("mcp.document", Arguments.echo(id)));
    int start = from.orElse(0);
    if (start >= document.text().length() || to.isPresent() && to.getAsInt() <= start) {
      throw new ToolException("mcp.range", document.text().length());
    }
    long wanted = to.isPresent() ? to.getAsInt() : (long) start + USUAL;
    Stretch stretch = Stretch.of(document.text(), start, Math.min(wanted, (long) start + MOST));
    return result(document, stretch, caller);
  }

  private static Result result(StoredDocument document, Stretch stretch, Caller caller) {
    int length = document.text().length();
    DocumentView view = DocumentView.of(document.head(), caller.here());
    Integer next = stretch.end() < length ? stretch.end() : null;
    Texts t = caller.texts(document.text());
    String head =
        t.filled(
            "mcp.read_document.head",
            view.id(),
            document.head().revision(),
            "" + stretch.start(),
            "" + stretch.end(),
            "" + length);
    String more = next == null ? "" : "\n\n" + t.with("mcp.read_document.more", "" + next);
    return new Result(
        "%s\n%s\n\n%s%s".formatted(view.line(), head, stretch.text(), more),
        new Reply(
            view,
            document.head().revision(),
            stretch.start(),
            stretch.end(),
            length,
            next,
            stretch.text()));
  }

  private static Optional<DocId> parse(String id) {
    try {
      return id.startsWith("gill:")
          ? DocumentUri.parse(id).map(DocumentUri::doc)
          : Optional.of(DocId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
