package dev.gill.source.matrix;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names documents as the contracts do: without their room, and without the number that tells a
 * message from an earlier one that was deleted.
 */
record ByKey(Source matrix) implements Source {
  @Override
  public SourceId id() {
    return matrix.id();
  }

  @Override
  public Rights rights() {
    return matrix.rights();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Batch batch = matrix.poll(after);
    Set<DocId> come = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Change change : batch.changes()) {
      switch (change) {
        case Change.Upserted up -> {
          come.add(plain(up.doc()));
          changes.add(
              new Change.Upserted(
                  plain(up.doc()), up.revision(), up.origin(), up.scope(), up.content()));
        }
        case Change.Deleted(DocId doc) -> {
          if (!come.contains(plain(doc))) {
            changes.add(new Change.Deleted(plain(doc)));
          }
        }
        case Change.Unreadable bad ->
            changes.add(new Change.Unreadable(plain(bad.doc()), bad.scope(), bad.cause()));
        case Change.Remaining all ->
            changes.add(
                new Change.Remaining(
                    all.scope(),
                    all.living().stream().map(ByKey::plain).collect(Collectors.toSet())));
      }
    }
    return new Batch(changes, batch.rights(), batch.next(), batch.more(), batch.remaining());
  }

  private static DocId plain(DocId doc) {
    return new DocId(
        doc.source(), doc.key().replaceFirst("^![^/]*/", "").replaceFirst("~\\d+$", ""));
  }

  @Override
  public void close() {
    matrix.close();
  }
}
