package dev.gill.retrieve;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Changes;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Documents in an index in memory, parsed and cut as the product does, with vectors of words. */
public final class Shelf implements AutoCloseable {
  private final IndexEngine engine = new MemoryEngine();
  private final Set<SourceId> sources = ConcurrentHashMap.newKeySet();
  private final Embedders embedders =
      new Embedders(
          Map.of(
              Language.ENGLISH, new AlikeEmbedder("words-en"),
              Language.CHINESE, new AlikeEmbedder("words-zh")));

  public IndexEngine engine() {
    return engine;
  }

  public Embedders embedders() {
    return embedders;
  }

  public Retriever retriever() {
    return new Retriever(engine, embedders);
  }

  /** Puts a page for everyone on the shelf, in place of what stood there. */
  public Shelf put(String id, String markdown) {
    return put(id, markdown, new Audience.Everyone());
  }

  public Shelf put(String id, String markdown, Audience audience) {
    return put(id, markdown, audience, Samples.NOON);
  }

  public Shelf put(String id, String markdown, Audience audience, Instant modified) {
    return put(DocId.parse(id), markdown.getBytes(StandardCharsets.UTF_8), audience, modified);
  }

  private Shelf put(DocId id, byte[] bytes, Audience audience, Instant modified) {
    Document document = parsed(id, bytes);
    Origin origin = new Origin("", document.title().orElse(id.key()), "author", modified);
    return put(id, "of " + modified, origin, audience, document);
  }

  /** Puts a page on the shelf in a revision, and from an origin, of the test's own. */
  public Shelf put(DocId id, String revision, Origin origin, Audience audience, String markdown) {
    byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
    return put(id, revision, origin, audience, parsed(id, bytes));
  }

  private Shelf put(
      DocId id, String revision, Origin origin, Audience audience, Document document) {
    DocHead head = new DocHead(id, revision, origin, Scopes.of(id, audience), Samples.RECIPE);
    DocWrite write = new DocWrite(head, document.text(), embedded(document));
    commit(id, changes -> changes.and(write));
    return this;
  }

  private static Document parsed(DocId id, byte[] bytes) {
    try {
      return new Formats().parse(Content.file(id.key(), bytes));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private List<Embedded> embedded(Document document) {
    Embedder embedder = embedders.of(Language.of(document.text()));
    List<Embedded> chunks = new ArrayList<>();
    for (Chunk chunk : new Chunker(embedder::tokens, embedder.capacity()).chunk(document)) {
      Embedder own = embedders.of(chunk.language());
      try {
        float[] vector = own.embed(List.of(chunk.text()), Role.PASSAGE).getFirst();
        chunks.add(new Embedded(chunk, own.space(), vector));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return chunks;
  }

  /** Takes a page off the shelf. */
  public void remove(DocId id) {
    commit(id, changes -> changes.delete(id));
  }

  /** Notes of a document that it could not be taken in. */
  public void fail(Failure failure) {
    commit(failure.doc(), changes -> changes.fail(failure));
  }

  private void commit(DocId doc, UnaryOperator<Changes> change) {
    sources.add(doc.source());
    engine.commit(change.apply(Changes.of(doc.source())).upTo("cursor"));
  }

  /** Takes everything off the shelf. */
  public void clear() {
    engine.drop(sources);
  }

  /** Puts every file of a folder on the shelf, for everyone. */
  public Shelf putAll(String source, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String key = folder.relativize(file).toString().replace('\\', '/');
        DocId id = DocId.parse(source + ":" + key);
        put(id, Files.readAllBytes(file), new Audience.Everyone(), Samples.NOON);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public StoredDocument document(DocId id) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.document(id).orElseThrow();
    }
  }

  @Override
  public void close() {
    embedders.close();
    engine.close();
  }
}
