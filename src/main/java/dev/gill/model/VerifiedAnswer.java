package dev.gill.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that somebody wrote who has the right to.
 *
 * @param id names it among those of its source
 * @param question in one line
 * @param answer in Markdown
 * @param author who wrote it, as their colleagues read their name
 * @param verifier who said last that it holds
 * @param verified when they did
 * @param until from when on it answers no more, unless it is verified anew
 * @param audience who may read it, of those who may read all that it was drawn from
 * @param drawnFrom what it was drawn from
 * @param asked who was asked to verify it anew, since it was last
 */
public record VerifiedAnswer(
    String id,
    String question,
    String answer,
    String author,
    String verifier,
    Instant verified,
    Instant until,
    Audience audience,
    List<Drawn> drawnFrom,
    Set<Identity> asked) {
  /** Characters of an answer. */
  public static final int LONGEST = 20_000;

  /** Characters of a question. */
  public static final int LONGEST_QUESTION = 500;

  /**
   * A document that an answer was drawn from.
   *
   * @param scope that it lies in, or lay in last
   */
  public record Drawn(DocId document, Scope scope) {
    public Drawn {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(scope, "scope");
    }
  }

  public VerifiedAnswer {
    question = question.strip().replaceAll("\\s+", " ");
    answer = answer.strip();
    drawnFrom = List.copyOf(drawnFrom);
    asked = Set.copyOf(asked);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(verified, "verified");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(audience, "audience");
    if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
      throw new IllegalArgumentException(
          "a question has 1 to %d characters".formatted(LONGEST_QUESTION));
    }
    if (answer.isEmpty() || answer.length() > LONGEST) {
      throw new IllegalArgumentException("an answer has 1 to %d characters".formatted(LONGEST));
    }
    if (author.isBlank() || verifier.isBlank()) {
      throw new IllegalArgumentException("a verified answer names who vouches for it");
    }
  }

  /** Whether it answers at a time. */
  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }

  /** Whoever may read all that it was drawn from, and whom its author let. */
  public Audience readers() {
    List<Audience> parts = new ArrayList<>(List.of(audience));
    drawnFrom.stream()
        .map(Drawn::scope)
        .distinct()
        .sorted()
        .map(Audience.ReadersOf::new)
        .forEach(parts::add);
    return parts.size() == 1 ? audience : new Audience.AllOf(parts);
  }

  /** The same, after somebody said that it holds. */
  public VerifiedAnswer verifiedBy(String name, Instant now, Instant end) {
    return new VerifiedAnswer(
        id, question, answer, author, name, now, end, audience, drawnFrom, Set.of());
  }

  /** The same with another text, which somebody vouches for. */
  public VerifiedAnswer reading(String text, String name, Instant now, Instant end) {
    return new VerifiedAnswer(
        id, question, text, author, name, now, end, audience, drawnFrom, Set.of());
  }

  /** The same, once somebody was asked to verify it anew. */
  public VerifiedAnswer askedOf(Identity person) {
    Set<Identity> all = new java.util.HashSet<>(asked);
    all.add(person);
    return new VerifiedAnswer(
        id, question, answer, author, verifier, verified, until, audience, drawnFrom, all);
  }

  /** The same after a document was moved to another scope; empty if it was not drawn from it. */
  public Optional<VerifiedAnswer> afterMoveOf(DocId document, Scope to) {
    List<Drawn> moved =
        drawnFrom.stream()
            .map(each -> each.document().equals(document) ? new Drawn(document, to) : each)
            .toList();
    return moved.equals(drawnFrom)
        ? Optional.empty()
        : Optional.of(
            new VerifiedAnswer(
                id, question, answer, author, verifier, verified, until, audience, moved, asked));
  }
}
