package dev.gill.bench;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.IndexEngine;
import dev.gill.index.StoredDocument;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Chunk;
import dev.gill.model.Cursor;
import dev.gill.model.SourceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The usual way: a document that changed is embedded as a whole. It runs the same model and writes
 * an index of its own; reading, parsing and cutting are given to it for nothing.
 */
final class WholeDocuments implements AutoCloseable {
  private static final SourceId SOURCE = new SourceId("replay");

  private final Embedders embedders;
  private final IndexEngine engine;
  private int steps;

  WholeDocuments(Embedders embedders, Path index) {
    this.embedders = embedders;
    this.engine = LuceneEngine.open(index, new HashSet<>(embedders.spaces().values()));
  }

  /** Takes the new states in, and returns how many chunks it embedded. */
  int take(List<StoredDocument> documents) throws InterruptedException {
    List<DocWrite> writes = new ArrayList<>();
    int embedded = 0;
    for (StoredDocument document : documents) {
      List<Embedded> chunks = new ArrayList<>();
      for (Chunk chunk : document.chunks()) {
        Embedder embedder = embedders.of(chunk.language());
        chunks.add(new Embedded(chunk, embedder.space(), new float[embedder.space().dimension()]));
      }
      fill(document.chunks(), chunks);
      writes.add(new DocWrite(document.head(), document.text(), chunks));
      embedded += chunks.size();
    }
    Cursor cursor = new Cursor(Integer.toString(++steps));
    engine.commit(new Changeset(SOURCE, writes, Set.of(), List.of(), cursor, "", Instant.EPOCH));
    return embedded;
  }

  private void fill(List<Chunk> chunks, List<Embedded> embedded) throws InterruptedException {
    for (Embedder embedder :
        new HashSet<>(chunks.stream().map(c -> embedders.of(c.language())).toList())) {
      List<Integer> mine = new ArrayList<>();
      for (int i = 0; i < chunks.size(); i++) {
        if (embedders.of(chunks.get(i).language()) == embedder) {
          mine.add(i);
        }
      }
      List<float[]> vectors =
          embedder.embed(mine.stream().map(i -> chunks.get(i).text()).toList(), Role.PASSAGE);
      for (int i = 0; i < mine.size(); i++) {
        int at = mine.get(i);
        embedded.set(at, new Embedded(chunks.get(at), embedder.space(), vectors.get(i)));
      }
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
