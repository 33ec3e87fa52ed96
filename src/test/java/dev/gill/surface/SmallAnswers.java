package dev.gill.surface;

import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswers;
import dev.gill.retrieve.Shelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Verified answers in memory, which are off until a test switches them on. */
public final class SmallAnswers implements VerifiedAnswers {
  private static final String SOURCE = "verified";

  private final Shelf shelf;
  private final Map<String, VerifiedAnswer> answers = new ConcurrentSkipListMap<>();

  /** Whether any are kept. */
  public volatile boolean on;

  /** Who may write them. */
  public volatile List<Identity> verifiers = List.of();

  public SmallAnswers(Shelf shelf) {
    this.shelf = shelf;
  }

  void clear() {
    answers.clear();
    verifiers = List.of();
    on = false;
  }

  @Override
  public Optional<SourceId> source() {
    return on ? Optional.of(new SourceId(SOURCE)) : Optional.empty();
  }

  @Override
  public List<Identity> verifiers() {
    return verifiers;
  }

  @Override
  public List<Identity> away() {
    return List.of();
  }

  @Override
  public Duration lasting() {
    return Duration.ofDays(90);
  }

  @Override
  public List<VerifiedAnswer> all() {
    List<VerifiedAnswer> all = new ArrayList<>(answers.values());
    all.sort(Comparator.comparing(VerifiedAnswer::verified).reversed());
    return all;
  }

  @Override
  public void put(VerifiedAnswer answer) {
    answers.put(answer.id(), answer);
    if (answer.holdsAt(SmallHouse.NOW)) {
      shelf.put(
          DocId.parse(SOURCE + ":" + answer.id()),
          answer.verified().toString(),
          new Origin("", answer.question(), answer.verifier(), answer.verified(), Dated.VERIFIED),
          answer.readers(),
          "# " + answer.question() + "\n\n" + answer.answer());
    }
  }

  @Override
  public void remove(String id) {
    answers.remove(id);
    shelf.remove(DocId.parse(SOURCE + ":" + id));
  }
}
