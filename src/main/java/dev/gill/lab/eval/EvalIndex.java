package dev.gill.lab.eval;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Changeset;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Origin;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the real index of a set's documents. */
final class EvalIndex {
  private static final SourceId SOURCE = new SourceId("eval");
  private static final Scope EVERYTHING = Scope.whole(SOURCE);

  /** Documents that are embedded and written together. */
  private static final int PAGE = 256;

  private final Embedders embedders;
  private final Engines engines;
  private final boolean chunked;

  /**
   * Says how documents are cut.
   *
   * @param chunked as the house does; else each is one chunk of title and text, the way published
   *     figures are made, of which the model sees what it can take in
   */
  EvalIndex(Embedders embedders, Engines engines, boolean chunked) {
    this.embedders = embedders;
    this.engines = engines;
    this.chunked = chunked;
  }

  /** The document of a set that a document of the index stands for. */
  static DocId id(String document) {
    return new DocId(SOURCE, document);
  }

  IndexEngine build(Collection collection, Path folder) throws InterruptedException {
    IndexEngine engine = engines.open(folder, new HashSet<>(embedders.spaces().values()));
    try {
      engine.commit(Changeset.of(SOURCE, Rights.of(EVERYTHING, new Audience.Everyone())));
      List<Collection.Item> all = collection.documents();
      for (int from = 0; from < all.size(); from += PAGE) {
        int to = Math.min(from + PAGE, all.size());
        engine.commit(changes(collection, all.subList(from, to), to));
      }
      return engine;
    } catch (RuntimeException | InterruptedException e) {
      engine.close();
      throw e;
    }
  }

  private Changeset changes(Collection collection, List<Collection.Item> page, int cursor)
      throws InterruptedException {
    List<DocWrite> writes = new ArrayList<>();
    for (Collection.Item item : page) {
      if (!item.whole().isBlank()) {
        writes.add(write(collection, item));
      }
    }
    return new Changeset(
        SOURCE,
        embedded(collection, writes),
        Set.of(),
        List.of(),
        new Cursor(Integer.toString(cursor)),
        "eval",
        Instant.EPOCH);
  }

  /** The document with its chunks in place, but not yet embedded. */
  private DocWrite write(Collection collection, Collection.Item item) {
    Origin origin = new Origin("", item.title(), "", Instant.EPOCH);
    DocHead head = new DocHead(id(item.id()), "1", origin, EVERYTHING, "eval");
    Document document = parsed(item);
    String text = chunked ? document.text() : item.whole();
    List<Chunk> chunks = chunked ? cut(collection, document) : List.of(whole(collection, item));
    Embedder embedder = embedders.of(collection.language());
    float[] none = new float[embedder.space().dimension()];
    return new DocWrite(
        head,
        text,
        chunks.stream().map(chunk -> new Embedded(chunk, embedder.space(), none)).toList());
  }

  private static Document parsed(Collection.Item item) {
    byte[] bytes = ("# " + item.title() + "\n\n" + item.text()).getBytes(StandardCharsets.UTF_8);
    try {
      return new Formats().parse(Content.file("document.md", bytes));
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "Document %s of the set cannot be read: %s".formatted(item.id(), e.getMessage()), e);
    }
  }

  private List<Chunk> cut(Collection collection, Document document) {
    Embedder embedder = embedders.of(collection.language());
    return new Chunker(embedder::tokens, embedder.capacity()).chunk(document);
  }

  private static Chunk whole(Collection collection, Collection.Item item) {
    String text = item.whole();
    return new Chunk(
        Fingerprint.of(text),
        0,
        text.length(),
        text,
        List.of(),
        "",
        List.of(),
        collection.language(),
        List.of());
  }

  private List<DocWrite> embedded(Collection collection, List<DocWrite> writes)
      throws InterruptedException {
    Embedder embedder = embedders.of(collection.language());
    List<String> texts =
        writes.stream().flatMap(w -> w.chunks().stream()).map(e -> e.chunk().embedded()).toList();
    var vectors = embedder.embed(texts, Role.PASSAGE).iterator();
    List<DocWrite> done = new ArrayList<>();
    for (DocWrite write : writes) {
      List<Embedded> chunks = new ArrayList<>();
      for (Embedded bare : write.chunks()) {
        chunks.add(new Embedded(bare.chunk(), embedder.space(), vectors.next()));
      }
      done.add(new DocWrite(write.head(), write.text(), chunks));
    }
    return done;
  }
}
