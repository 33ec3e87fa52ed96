package dev.gill.sync;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a source called {@code wiki} may tell. */
final class Told {
  static final SourceId WIKI = new SourceId("wiki");
  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final Scope STAFF = Scope.whole(WIKI);

  private Told() {}

  static DocId id(String key) {
    return new DocId(WIKI, key);
  }

  static Change upsert(String key, String text) {
    return upsert(id(key), text);
  }

  static Change upsert(DocId doc, String text) {
    return upsert(doc, text, "Anybody", MONDAY);
  }

  /** The revision is told from the text alone. */
  static Change upsert(DocId doc, String text, String author, Instant modified) {
    return new Change.Upserted(
        doc,
        Fingerprint.of(text).hex(),
        new Origin("https://wiki.example.com/" + doc.key(), doc.key(), author, modified),
        Scope.whole(doc.source()),
        Content.file(doc.key(), text.getBytes(StandardCharsets.UTF_8)));
  }

  static Change delete(String key) {
    return new Change.Deleted(id(key));
  }

  static Change unreadable(String key, String cause) {
    return new Change.Unreadable(id(key), STAFF, cause);
  }

  static Change remaining(String... keys) {
    return new Change.Remaining(
        STAFF, Arrays.stream(keys).map(Told::id).collect(Collectors.toSet()));
  }

  /** A document of so many sections, each of them a chunk of its own. */
  static String handbook(int sections) {
    StringBuilder text = new StringBuilder("# Handbook\n\n");
    for (int i = 1; i <= sections; i++) {
      text.append("## Chapter %d\n\n%s\n\n".formatted(i, sentence(i).repeat(12).strip()));
    }
    return text.toString();
  }

  /** The words that stand again and again in a section of the handbook. */
  static String sentence(int section) {
    return "In case %d the pump number %d is to be cleaned with soap. "
        .formatted(section, section * 7);
  }
}
