package dev.gill.surface.chat;

import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.ledger.Feedback;
import dev.gill.ledger.Said;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Range;
import java.io.IOException;
import java.util.Optional;

/** Keeps what people say of answers: in the trail, and for each quote in them that still stands. */
final class Verdicts {
  private final ChatParts parts;

  Verdicts(ChatParts parts) {
    this.parts = parts;
  }

  /** Keeps in the trail why an answer is of no help. */
  void because(Given given, String reason) {
    say(given, new Said(false, reason, parts.clock.instant()));
  }

  private void say(Given given, Said said) {
    given.entry().ifPresent(entry -> parts.trail.say(entry, said));
  }

  void keep(Given given, boolean helpful) throws IOException {
    say(given, new Said(helpful, "", parts.clock.instant()));
    if (!parts.box.isOpen()) {
      return;
    }
    try (Snapshot snapshot = parts.index.snapshot()) {
      for (Citation cited : given.citations()) {
        Optional<Feedback> feedback = feedback(given, cited, helpful, snapshot);
        if (feedback.isPresent()) {
          parts.box.keep(feedback.get());
        }
      }
    }
  }

  private Optional<Feedback> feedback(
      Given given, Citation cited, boolean helpful, Snapshot snapshot) {
    return snapshot
        .document(cited.doc())
        .filter(document -> document.head().revision().equals(cited.revision()))
        .flatMap(document -> chunk(document, cited))
        .map(
            chunk ->
                new Feedback(
                    given.question().text(),
                    helpful,
                    cited.doc(),
                    chunk.fingerprint(),
                    new Range(cited.start() - chunk.start(), cited.end() - chunk.start()),
                    parts.clock.instant()));
  }

  private static Optional<Chunk> chunk(StoredDocument document, Citation cited) {
    return document.chunks().stream()
        .filter(chunk -> chunk.start() <= cited.start() && cited.end() <= chunk.end())
        .findFirst();
  }
}
