package dev.gill.source;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a source's documents under the names that a contract gave them. */
public record NamedByText(Source source, Map<String, String> names) implements Source {
  @Override
  public SourceId id() {
    return source.id();
  }

  @Override
  public Rights rights() {
    return source.rights();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Batch batch = source.poll(after);
    return new Batch(
        batch.changes().stream().map(this::named).toList(),
        batch.rights(),
        batch.next(),
        batch.more(),
        batch.remaining());
  }

  private Change named(Change change) {
    return switch (change) {
      case Change.Upserted up ->
          new Change.Upserted(
              named(up.doc()), up.revision(), up.origin(), up.scope(), up.content());
      case Change.Deleted gone -> new Change.Deleted(named(gone.doc()));
      case Change.Unreadable bad ->
          new Change.Unreadable(named(bad.doc()), bad.scope(), bad.cause());
      case Change.Remaining all ->
          new Change.Remaining(
              all.scope(), all.living().stream().map(this::named).collect(Collectors.toSet()));
    };
  }

  private DocId named(DocId doc) {
    return new DocId(doc.source(), names.getOrDefault(doc.key(), doc.key()));
  }

  @Override
  public void close() {
    source.close();
  }
}
