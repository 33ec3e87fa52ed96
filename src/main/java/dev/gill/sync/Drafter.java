package dev.gill.sync;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.DocHead;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import dev.gill.source.Change;
import java.time.InstantSource;
import java.util.List;

/** From what a source told to a document that is parsed and cut. */
final class Drafter {
  private final Parser parser;
  private final Embedders embedders;
  private final Recipe recipe;
  private final InstantSource clock;

  Drafter(Parser parser, Embedders embedders, Recipe recipe, InstantSource clock) {
    this.parser = parser;
    this.embedders = embedders;
    this.recipe = recipe;
    this.clock = clock;
  }

  Draft draft(Change.Upserted told) throws ParseException {
    var begun = clock.instant();
    Document document = parse(told.content());
    List<Chunk> chunks = cut(document);
    if (chunks.isEmpty()) {
      throw new ParseException("There is no text in it.");
    }
    DocHead head =
        new DocHead(
            told.doc(),
            told.revision(),
            origin(told.origin(), document),
            told.scope(),
            recipe.of(told));
    return new Draft(head, document.text(), chunks, begun);
  }

  /** A fault in one format's parser must not hold up all other documents. */
  private Document parse(Content content) throws ParseException {
    try {
      return parser.parse(content);
    } catch (RuntimeException e) {
      throw fault("reading", e);
    }
  }

  private List<Chunk> cut(Document document) throws ParseException {
    Embedder embedder = embedders.of(Language.of(document.text()));
    int capacity = embedder.capacity();
    try {
      return new Chunker(embedder::tokens, capacity).chunk(document);
    } catch (RuntimeException e) {
      embedder.tokens("one"); // a model that counts nothing at all is at fault, not the document
      throw fault("cutting", e);
    }
  }

  private static ParseException fault(String doing, RuntimeException e) {
    return new ParseException(
        "Gill has a fault in %s it (%s); report it with the document.".formatted(doing, e), e);
  }

  /**
   * The document's own title beats the file's name; its own author only fills in where the source
   * knows none.
   */
  private static Origin origin(Origin told, Document document) {
    String author = told.author().isEmpty() ? document.author().orElse("") : told.author();
    return new Origin(told.link(), document.title().orElse(told.title()), author, told.modified());
  }
}
