package dev.gill.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps verified answers, in whatever form their source reads them. Whoever calls it has looked
 * whether that may be done. Safe for use by several threads. Where they cannot be read or written,
 * it throws {@link java.io.UncheckedIOException} with a sentence.
 */
public interface VerifiedAnswers {
  /** The source that they are documents of; empty where there is none, and nothing is kept. */
  Optional<SourceId> source();

  /** Who may write them and is asked to verify them anew, in the order in which they are asked. */
  List<Identity> verifiers();

  /** Of these, who is away or gone. */
  List<Identity> away();

  /** How long one answers before it is to be verified anew. */
  Duration lasting();

  /** All of them, also those that answer no more, the newest first. */
  List<VerifiedAnswer> all();

  /** Keeps one, in place of what was there under its name. */
  void put(VerifiedAnswer answer);

  /** Takes one out for good; nothing if there is none. */
  void remove(String id);

  /** The document that one is. */
  default Optional<DocId> document(VerifiedAnswer answer) {
    return source().map(source -> new DocId(source, answer.id()));
  }

  /** Where none are kept. */
  static VerifiedAnswers none() {
    return NoAnswers.NONE;
  }
}
