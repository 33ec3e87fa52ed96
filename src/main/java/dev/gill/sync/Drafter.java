package dev.gill.sync;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.model.Chunk;
import dev.gill.model.Dated;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import dev.gill.parse.secrets.Masking;
import dev.gill.source.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parses documents, masks what looks like a secret in them, takes off the names of who is
 * forgotten, and chunks them.
 */
final class Drafter {
  /** What parsing and chunking a document came to. */
  sealed interface Drafted {}

  /**
   * A document that waits for its vectors.
   *
   * @param took how long parsing and chunking took
   */
  record Draft(DocHead head, String text, List<Chunk> chunks, Duration took) implements Drafted {
    Draft {
      chunks = List.copyOf(chunks);
    }
  }

  /**
   * A document that cannot be taken in.
   *
   * @param took how long it took to find out
   */
  record Failed(Failure failure, Duration took) implements Drafted {}

  private final Parser parser;
  private final String rules;
  private final Discretion discretion;
  private final Embedders embedders;
  private final InstantSource clock;

  /**
   * @param parserRecipe names the version of the parsers
   */
  Drafter(
      Parser parser,
      String parserRecipe,
      Discretion discretion,
      Embedders embedders,
      InstantSource clock) {
    this.parser = parser;
    this.rules =
        String.join("+", parserRecipe, Chunker.RECIPE, DocWrite.RECIPE) + names(discretion);
    this.discretion = discretion;
    this.embedders = embedders;
    this.clock = clock;
  }

  /** Changes when somebody else's name is to be taken off. */
  private static String names(Discretion discretion) {
    Set<String> names = discretion.forgotten().names();
    return names.isEmpty()
        ? ""
        : "+nameless-" + Fingerprint.of(new TreeSet<>(names).toString()).hex().substring(0, 12);
  }

  /** Names the rules of parsing, masking and chunking that a source's documents go by. */
  String rules(SourceId source) {
    return discretion.unmasked().contains(source) ? rules : rules + "+" + Masking.RECIPE;
  }

  /** Names all that a document is made from besides its revision's content. */
  String recipe(Change.Upserted change) {
    String around = change.origin() + " " + change.scope();
    return rules(change.doc().source()) + "+" + Fingerprint.of(around).hex().substring(0, 12);
  }

  Drafted draft(Change.Upserted change) {
    Instant begun = clock.instant();
    try {
      Document document = parse(change);
      List<Chunk> chunks = cut(document);
      if (chunks.isEmpty()) {
        throw new ParseException("There is no text in it.");
      }
      DocHead head =
          new DocHead(
              change.doc(),
              change.revision(),
              origin(change.origin(), document),
              change.scope(),
              recipe(change),
              document.leftOut());
      return new Draft(head, document.text(), chunks, since(begun));
    } catch (ParseException e) {
      Failure failure =
          new Failure(
              change.doc(),
              change.revision(),
              e.isWordless() ? Failure.Stage.WORDLESS : Failure.Stage.PARSE,
              e.getMessage(),
              change.scope(),
              clock.instant(),
              recipe(change));
      return new Failed(failure, since(begun));
    }
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }

  /** A fault in one format's parser must not hold up all other documents. */
  private Document parse(Change.Upserted change) throws ParseException {
    try {
      Document document = parser.parse(change.content());
      return discretion.unmasked().contains(change.doc().source())
          ? document
          : Masking.of(document);
    } catch (RuntimeException e) {
      throw fault("reading", e);
    } catch (OutOfMemoryError e) {
      throw tooLarge(e);
    } catch (StackOverflowError e) {
      throw new ParseException("It is nested too deeply to be read.", e);
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
    } catch (OutOfMemoryError e) {
      throw tooLarge(e);
    }
  }

  private static ParseException tooLarge(OutOfMemoryError e) {
    return new ParseException(
        "Reading it takes more memory than Gill has (%d MB); give it more by -Xmx in GILL_JAVA_OPTS, or exclude the document."
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        e);
  }

  private static ParseException fault(String doing, RuntimeException e) {
    return new ParseException(
        "Gill has a fault in %s it (%s); report it with the document.".formatted(doing, e), e);
  }

  /**
   * The document's own title beats the file's name, and the date that it bears its source's, unless
   * it is the later one, give or take the zones of the world; its own author only fills in where
   * the source knows none.
   */
  private Origin origin(Origin known, Document document) {
    String author =
        discretion
            .forgotten()
            .without(known.author().isEmpty() ? document.author().orElse("") : known.author());
    String title = document.title().orElse(known.title());
    return document
        .written()
        .filter(_ -> known.dated() != Dated.VERIFIED)
        .filter(written -> written.minus(Duration.ofDays(1)).isBefore(known.modified()))
        .map(written -> new Origin(known.link(), title, author, written, Dated.DOCUMENT))
        .orElseGet(() -> new Origin(known.link(), title, author, known.modified(), known.dated()))
        .withRevisionLink(known.revisionLink());
  }
}
