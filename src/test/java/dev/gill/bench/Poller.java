package dev.gill.bench;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.index.Changeset;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The usual way: now and then all files are listed, and one whose time stamp is another is read,
 * cut and embedded as a whole. Its documents lie in the same index, under a source of their own.
 */
final class Poller {
  private static final SourceId SOURCE = new SourceId("polled");

  private final Path folder;
  private final FreshHouse house;
  private final Map<Path, FileTime> seen = new HashMap<>();
  private long polls;

  Poller(Path folder, FreshHouse house) {
    this.folder = folder;
    this.house = house;
  }

  /** Notes how all files stand now. */
  void look() throws IOException {
    Rights rights = Rights.of(Scope.whole(SOURCE), new Audience.Everyone());
    house.engine().commit(Changeset.of(SOURCE, rights));
    changed();
  }

  /** Looks once and takes in what changed. Returns how many chunks it embedded. */
  int poll() throws Exception {
    List<DocWrite> writes = new ArrayList<>();
    int embedded = 0;
    for (Path file : changed()) {
      DocWrite write = write(file);
      writes.add(write);
      embedded += write.chunks().size();
    }
    Cursor cursor = new Cursor(Long.toString(++polls));
    house
        .engine()
        .commit(new Changeset(SOURCE, writes, Set.of(), List.of(), cursor, "", Instant.EPOCH));
    return embedded;
  }

  private List<Path> changed() throws IOException {
    List<Path> changed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FileTime time = Files.getLastModifiedTime(file);
        if (!time.equals(seen.put(file, time))) {
          changed.add(file);
        }
      }
    }
    return changed;
  }

  private DocWrite write(Path file) throws Exception {
    String name = file.getFileName().toString();
    Document document = new Formats().parse(Content.file(name, Files.readAllBytes(file)));
    Embedder embedder = house.embedders().of(Language.of(document.text()));
    List<Chunk> chunks = new Chunker(embedder::tokens, embedder.capacity()).chunk(document);
    List<float[]> vectors = embedder.embedInBulk(chunks.stream().map(Chunk::text).toList());
    List<Embedded> embedded = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      embedded.add(new Embedded(chunks.get(i), embedder.space(), vectors.get(i)));
    }
    DocHead head =
        new DocHead(
            new DocId(SOURCE, folder.relativize(file).toString()),
            Long.toString(polls),
            new Origin("", name, "", Files.getLastModifiedTime(file).toInstant()),
            Scope.whole(SOURCE),
            "");
    return new DocWrite(head, document.text(), embedded);
  }
}
