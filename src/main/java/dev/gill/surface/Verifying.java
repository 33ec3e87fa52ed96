package dev.gill.surface;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Access;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswer.Drawn;
import dev.gill.model.VerifiedAnswers;
import dev.gill.model.VerifierTurns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes verified answers for whoever may, and shows them to whoever may read them. */
@Singleton
public final class Verifying {
  private static final int MOST_DOCUMENTS = 20;
  private static final int LONGEST_NAME = 100;

  private final VerifiedAnswers answers;
  private final IndexEngine index;
  private final CurrentReader currentReader;
  private final CurrentRole role;
  private final InstantSource clock;

  /** Over what keeps them. */
  @Inject
  public Verifying(
      VerifiedAnswers answers,
      IndexEngine index,
      CurrentReader currentReader,
      CurrentRole role,
      InstantSource clock) {
    this.answers = answers;
    this.index = index;
    this.currentReader = currentReader;
    this.role = role;
    this.clock = clock;
  }

  /**
   * What somebody wants to write.
   *
   * @param author their name; where it is known who asks, that counts
   * @param audience as the configuration writes it; empty for whoever may read the documents
   * @param drawnFrom ids of documents
   */
  public record Draft(
      String question, String answer, String author, String audience, List<String> drawnFrom) {}

  /** What is wrong with a draft. */
  public static final class DraftException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;

    private DraftException(String key) {
      super(key);
      this.key = key;
    }

    /** The key of the sentence that says what to do. */
    public String key() {
      return key;
    }
  }

  /** Whether verified answers are kept here. */
  public boolean isOn() {
    return answers.source().isPresent();
  }

  /** Whether whoever asks may write them. */
  public boolean mayVerify() {
    if (!isOn()) {
      return false;
    }
    if (role.isAdmin()) {
      return true;
    }
    try (Snapshot snapshot = index.snapshot()) {
      Set<Identity> known = snapshot.access().known(currentReader.get().identities());
      return answers.verifiers().stream().anyMatch(known::contains);
    }
  }

  /** The name by which whoever asks vouches; empty if it is not known who they are. */
  public Optional<String> ownName() {
    return currentReader.get().identities().stream()
        .sorted(
            java.util.Comparator.comparing((Identity each) -> !each.realm().equals(Identity.EMAIL))
                .thenComparing(each -> each))
        .map(Identity::toString)
        .findFirst();
  }

  /** Those that whoever asks may read, the newest first, also those that answer no more. */
  public List<VerifiedAnswer> readable() {
    Reader reader = currentReader.get();
    try (Snapshot snapshot = index.snapshot()) {
      return answers.all().stream()
          .filter(answer -> mayRead(reader, answer, snapshot.access()))
          .toList();
    }
  }

  private static boolean mayRead(Reader reader, VerifiedAnswer answer, Access access) {
    Set<GroupId> groups = access.groups(reader);
    return answer.readers().admits(groups::contains, scope -> access.mayRead(reader, scope));
  }

  /** One of those. */
  public Optional<VerifiedAnswer> find(String id) {
    return readable().stream().filter(answer -> answer.id().equals(id)).findFirst();
  }

  /** The document that an answer is. */
  public DocId document(VerifiedAnswer answer) {
    return answers.document(answer).orElseThrow();
  }

  /** Who is to say whether an answer still holds; empty if it is not due, or nobody is there. */
  public Optional<Identity> asked(VerifiedAnswer answer) {
    return VerifierTurns.asked(answer, answers, clock.instant());
  }

  /** Whether an answer answers now. */
  public boolean holds(VerifiedAnswer answer) {
    return answer.holdsAt(clock.instant());
  }

  /**
   * Writes one.
   *
   * @throws DraftException if something is wrong with it
   * @throws IllegalStateException if whoever asks may not
   */
  public VerifiedAnswer write(Draft draft) throws DraftException {
    demandRight();
    String question = draft.question() == null ? "" : draft.question().strip();
    String text = draft.answer() == null ? "" : draft.answer().strip();
    if (question.isEmpty() || question.length() > VerifiedAnswer.LONGEST_QUESTION) {
      throw new DraftException("problem.verified.question");
    }
    if (text.isEmpty() || text.length() > VerifiedAnswer.LONGEST) {
      throw new DraftException("problem.verified.answer");
    }
    String name = name(draft.author());
    List<Drawn> drawn = drawn(draft.drawnFrom());
    Instant now = clock.instant();
    VerifiedAnswer answer =
        new VerifiedAnswer(
            Fingerprint.of(question + "\n" + now).hex().substring(0, 12),
            question,
            text,
            name,
            name,
            now,
            now.plus(answers.lasting()),
            audience(draft.audience(), drawn),
            drawn,
            Set.of());
    answers.put(answer);
    return answer;
  }

  private String name(String given) throws DraftException {
    String name = ownName().orElse(given == null ? "" : given.strip().replaceAll("\\s+", " "));
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new DraftException("problem.verified.author");
    }
    return name;
  }

  private List<Drawn> drawn(List<String> ids) throws DraftException {
    List<Drawn> drawn = new ArrayList<>();
    List<String> named = ids == null ? List.of() : ids;
    if (named.size() > MOST_DOCUMENTS) {
      throw new DraftException("problem.verified.documents");
    }
    try (Snapshot snapshot = index.snapshot()) {
      for (String id : named) {
        DocHead head =
            parsed(id)
                .flatMap(snapshot::head)
                .filter(each -> snapshot.access().mayRead(currentReader.get(), each.scope()))
                .orElseThrow(() -> new DraftException("problem.verified.document"));
        drawn.add(new Drawn(head.id(), head.scope()));
      }
    }
    return drawn;
  }

  private static Optional<DocId> parsed(String id) {
    try {
      return Optional.of(DocId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Audience audience(String written, List<Drawn> drawn) throws DraftException {
    if (written == null || written.isBlank()) {
      if (drawn.isEmpty()) {
        throw new DraftException("problem.verified.audience");
      }
      return new Audience.Everyone();
    }
    try {
      return Audience.parse(written);
    } catch (IllegalArgumentException e) {
      throw new DraftException("problem.verified.audience");
    }
  }

  /**
   * Says that an answer holds from now on; nothing if there is none that whoever asks may read.
   *
   * @param author their name; where it is known who asks, that counts
   */
  public Optional<VerifiedAnswer> renew(String id, String author) throws DraftException {
    demandRight();
    Optional<VerifiedAnswer> found = find(id);
    if (found.isEmpty()) {
      return found;
    }
    Instant now = clock.instant();
    VerifiedAnswer renewed = found.get().verifiedBy(name(author), now, now.plus(answers.lasting()));
    answers.put(renewed);
    return Optional.of(renewed);
  }

  /** Takes an answer out for good; whether there was one. */
  public boolean withdraw(String id) {
    demandRight();
    Optional<VerifiedAnswer> found = find(id);
    found.ifPresent(answer -> answers.remove(answer.id()));
    return found.isPresent();
  }

  private void demandRight() {
    if (!mayVerify()) {
      throw new IllegalStateException("whoever asks may not verify answers");
    }
  }
}
