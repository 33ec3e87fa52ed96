package dev.gill.source.folder;

import dev.gill.model.Content;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.LinkTemplate;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a pass into pages, and keeps the memory in step with what they report. */
final class FolderPages {
  private static final int DOCUMENTS = 64;
  private static final long BYTES = 4L << 20;

  private final FolderSettings settings;
  private final LinkTemplate link;
  private final FileReader reader;

  FolderPages(FolderSettings settings, FileReader reader) {
    this.settings = settings;
    this.link = new LinkTemplate(settings.link(), Set.of("path"));
    this.reader = reader;
  }

  /**
   * The next page of a pass; it says {@code more} until the pass is over.
   *
   * @param within whether the pass came in between another one, of which more remains
   */
  Batch next(Pass pass, Memory memory, boolean within)
      throws SourceException, InterruptedException {
    List<Change> changes = new ArrayList<>();
    long bytes = 0;
    while (!pass.looks().isEmpty() && changes.size() < DOCUMENTS) {
      if (!changes.isEmpty() && bytes + pass.looks().element().size() > BYTES) {
        break;
      }
      bytes += look(pass, pass.looks().remove(), memory, changes);
    }
    boolean more = !pass.looks().isEmpty();
    release(pass, memory, changes, !more);
    if (!more && pass.first()) {
      changes.add(
          new Change.Remaining(
              settings.scope(),
              memory.documents().keySet().stream().map(this::doc).collect(Collectors.toSet())));
    }
    boolean over = !more && !within;
    return new Batch(
        changes, memory.cursor(pass.root(), !over), !over, OptionalLong.of(pass.looks().size()));
  }

  private long look(Pass pass, Found file, Memory memory, List<Change> changes)
      throws SourceException, InterruptedException {
    switch (reader.read(file)) {
      case ReadResult.Gone() -> pass.vanished().add(file.key());
      case ReadResult.Unreadable(String cause) -> {
        if (learn(file.key(), Known.unreadable(cause), memory)) {
          changes.add(new Change.Unreadable(doc(file.key()), settings.scope(), cause));
        }
      }
      case ReadResult.Whole whole -> {
        if (learn(file.key(), Known.readable(whole), memory)) {
          changes.add(upserted(file, whole));
          return whole.bytes().length;
        }
      }
    }
    return 0;
  }

  /** Keeps what was read, and says whether it has to be reported. */
  private static boolean learn(String key, Known known, Memory memory) {
    boolean news = memory.get(key).filter(known::reportedAs).isEmpty();
    memory.put(key, known);
    return news;
  }

  private Change upserted(Found file, ReadResult.Whole whole) {
    String name = file.key().substring(file.key().lastIndexOf('/') + 1);
    Origin origin =
        new Origin(
            link.fill(Map.of("path", file.key())), name, "", whole.stat().modified(), Dated.FILE);
    return new Change.Upserted(
        doc(file.key()),
        whole.revision(),
        origin,
        settings.scope(),
        Content.file(name, whole.bytes()));
  }

  /** Reports what vanished: of texts that have just come up elsewhere now, of the rest at last. */
  private void release(Pass pass, Memory memory, List<Change> changes, boolean all) {
    Set<String> come =
        changes.stream()
            .filter(Change.Upserted.class::isInstance)
            .map(change -> ((Change.Upserted) change).revision())
            .collect(Collectors.toSet());
    for (String key : List.copyOf(pass.vanished())) {
      boolean moved = memory.get(key).filter(known -> come.contains(known.revision())).isPresent();
      if (all || moved) {
        pass.vanished().remove(key);
        if (memory.remove(key)) {
          changes.add(new Change.Deleted(doc(key)));
        }
      }
    }
  }

  private DocId doc(String key) {
    return new DocId(settings.id(), key);
  }
}
