package dev.gill.source;

import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Message;
import dev.gill.model.Scope;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes a source's changes in as an index would, keeping all that can be told of a document. */
public final class Replica {
  /** A document as it was told last; {@code cause} instead of a revision if it cannot be read. */
  public record Copy(
      String revision,
      String text,
      String link,
      String title,
      String author,
      Instant modified,
      Scope scope,
      String cause,
      String revisionLink) {}

  private final SortedMap<String, Copy> documents = new TreeMap<>();
  private Optional<Cursor> cursor = Optional.empty();

  /** Polls until the source has no more, and returns all that it told. */
  public List<Change> follow(Source source) throws Exception {
    List<Change> changes = new ArrayList<>();
    boolean more = true;
    while (more) {
      Batch batch = page(source);
      changes.addAll(batch.changes());
      more = batch.more();
    }
    return changes;
  }

  /** Takes in one page. */
  public Batch page(Source source) throws Exception {
    Batch batch = source.poll(cursor);
    batch.changes().forEach(this::apply);
    cursor = Optional.of(batch.next());
    return batch;
  }

  private void apply(Change change) {
    switch (change) {
      case Change.Upserted up ->
          documents.put(
              up.doc().key(),
              new Copy(
                  up.revision(),
                  text(up.content()),
                  up.origin().link(),
                  up.origin().title(),
                  up.origin().author(),
                  up.origin().modified(),
                  up.scope(),
                  "",
                  up.origin().revisionLink()));
      case Change.Unreadable bad ->
          documents.put(
              bad.doc().key(),
              new Copy("", "", "", "", "", Instant.EPOCH, bad.scope(), bad.cause(), ""));
      case Change.Deleted gone -> documents.remove(gone.doc().key());
      case Change.Remaining all -> {
        Set<String> living = all.living().stream().map(DocId::key).collect(Collectors.toSet());
        documents
            .entrySet()
            .removeIf(
                entry ->
                    entry.getValue().scope().equals(all.scope())
                        && !living.contains(entry.getKey()));
      }
    }
  }

  private static String text(Content content) {
    return switch (content) {
      case Content.File file when file.mediaType().endsWith("+json") -> parsed(file);
      case Content.File file -> new String(file.bytes(), StandardCharsets.UTF_8);
      case Content.Conversation conversation ->
          conversation.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    };
  }

  /** What a system gives in a form of its own, as people read it. */
  private static String parsed(Content content) {
    try {
      return new Formats().parse(content).text();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  public SortedMap<String, Copy> documents() {
    return documents;
  }

  public Set<String> keys() {
    return documents.keySet();
  }

  public Copy get(String key) {
    return documents.get(key);
  }

  public Optional<Cursor> cursor() {
    return cursor;
  }
}
