package dev.gill.surface;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What of the trail whoever asks may see: their own questions, and all if they look after Gill. */
@Singleton
public final class TrailView {
  /** Questions on a page at most. */
  public static final int MOST = 500;

  private final TrailBook book;
  private final IndexEngine index;
  private final CurrentReader currentReader;
  private final CurrentRole role;

  /** Over one trail. */
  @Inject
  public TrailView(
      TrailBook book, IndexEngine index, CurrentReader currentReader, CurrentRole role) {
    this.book = book;
    this.index = index;
    this.currentReader = currentReader;
    this.role = role;
  }

  /**
   * Some of the trail.
   *
   * @param next where the next page begins; empty if there is none
   */
  public record Shown(List<KeptQuestion> questions, OptionalLong next) {
    public Shown {
      questions = List.copyOf(questions);
    }
  }

  /** Days that questions are kept; 0 where they are not. */
  public int days() {
    return book.days();
  }

  /** How it fares. */
  public TrailBook.Condition condition() {
    return book.condition();
  }

  /** Whether whoever asks may see what others asked. */
  public boolean maySeeAll() {
    return role.isAdmin();
  }

  /** Whether it is known who asks, so that something of theirs can be found. */
  public boolean isRecognised() {
    return !currentReader.get().identities().isEmpty();
  }

  /**
   * All that was asked, newest first.
   *
   * @throws LedgerException if it cannot be read now
   * @throws IllegalStateException if whoever asks may not see it
   */
  public Shown all(OptionalLong before, int most) {
    if (!maySeeAll()) {
      throw new IllegalStateException("the trail is for those who look after Gill");
    }
    TrailBook.Page page = book.page(before, most);
    return new Shown(shown(page.entries()), page.next());
  }

  /**
   * What is kept of whoever asks, newest first.
   *
   * @throws LedgerException if it cannot be read now
   */
  public List<KeptQuestion> mine() {
    return shown(book.of(me(), MOST));
  }

  /**
   * Forgets what whoever asks has asked.
   *
   * @return how many questions that were
   * @throws LedgerException if that cannot be done now
   */
  public int forgetMine() {
    return book.forget(me());
  }

  private Set<Identity> me() {
    Set<Identity> identities = currentReader.get().identities();
    return withSnapshot(snapshot -> snapshot.access().known(identities));
  }

  private List<KeptQuestion> shown(List<Entry> entries) {
    Reader reader = currentReader.get();
    return withSnapshot(
        snapshot -> {
          Predicate<DocId> readable =
              document ->
                  snapshot
                      .head(document)
                      .filter(head -> snapshot.access().mayRead(reader, head.scope()))
                      .isPresent();
          return entries.stream().map(entry -> KeptQuestion.of(entry, readable)).toList();
        });
  }

  private <T> T withSnapshot(Function<Snapshot, T> step) {
    try (Snapshot snapshot = index.snapshot()) {
      return step.apply(snapshot);
    }
  }
}
