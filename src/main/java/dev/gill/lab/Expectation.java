package dev.gill.lab;

import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the index must hold for a commit: every readable file's canonical text, and nothing else.
 */
final class Expectation {
  private final Parser parser;
  private final ReplayedHistory history;
  private final Map<ObjectId, Optional<String>> texts = new HashMap<>();

  Expectation(Parser parser, ReplayedHistory history) {
    this.parser = parser;
    this.history = history;
  }

  /** The first thing that is not as it must be; empty if the index is in step. */
  Optional<String> miss(Snapshot snapshot, SourceId source, Map<String, ObjectId> files) {
    Map<String, String> wanted = new HashMap<>();
    files.forEach((path, content) -> text(path, content).ifPresent(text -> wanted.put(path, text)));
    for (DocId doc : snapshot.documents(source)) {
      String text = wanted.remove(doc.key());
      if (text == null) {
        return Optional.of(doc + " should be gone");
      }
      if (!snapshot.document(doc).map(StoredDocument::text).equals(Optional.of(text))) {
        return Optional.of(doc + " holds another text");
      }
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new TreeSet<>(wanted.keySet()).first() + " is missing");
  }

  private Optional<String> text(String path, ObjectId content) {
    return texts.computeIfAbsent(
        content,
        id -> {
          try {
            String text = parser.parse(Content.file(path, history.read(id))).text();
            return text.isBlank() ? Optional.empty() : Optional.of(text);
          } catch (ParseException e) {
            return Optional.empty();
          }
        });
  }
}
