package dev.gill.app;

import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Scope;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswer.Drawn;
import dev.gill.model.VerifiedAnswers;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Keeps verified answers within the scopes of what they were drawn from: a page that was restricted
 * lies in another scope from then on, and the answer has to follow it.
 */
final class MovedSources {
  private final VerifiedAnswers answers;
  private final IndexEngine index;

  MovedSources(VerifiedAnswers answers, IndexEngine index) {
    this.answers = answers;
    this.index = index;
  }

  /** A document lies in this scope now. */
  void lies(DocId document, Scope scope) {
    if (answers.source().isEmpty() || answers.source().get().equals(document.source())) {
      return;
    }
    try {
      for (VerifiedAnswer answer : answers.all()) {
        answer.afterMoveOf(document, scope).ifPresent(answers::put);
      }
    } catch (UncheckedIOException e) {
      System.getLogger(MovedSources.class.getName()).log(Level.WARNING, e.getMessage());
    }
  }

  /** What moved while nobody looked. */
  void catchUp() {
    if (answers.source().isEmpty()) {
      return;
    }
    try (Snapshot snapshot = index.snapshot()) {
      for (VerifiedAnswer answer : answers.all()) {
        for (Drawn drawn : answer.drawnFrom()) {
          Optional<DocHead> head = snapshot.head(drawn.document());
          head.filter(each -> !each.scope().equals(drawn.scope()))
              .ifPresent(each -> lies(drawn.document(), each.scope()));
        }
      }
    } catch (UncheckedIOException e) {
      System.getLogger(MovedSources.class.getName()).log(Level.WARNING, e.getMessage());
    }
  }
}
