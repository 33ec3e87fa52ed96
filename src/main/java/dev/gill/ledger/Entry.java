package dev.gill.ledger;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One question that was asked, and what came of it.
 *
 * @param id names it, and cannot be guessed
 * @param asker who asked, as far as they were recognised, and the groups that they belonged to
 *     besides
 * @param cited what was shown, in its order
 * @param said what was said of the answer since, oldest first
 * @param announced whether a channel has heard of the gap that it is part of
 */
public record Entry(
    String id,
    Instant at,
    AskedOn surface,
    String question,
    Reader asker,
    Outcome outcome,
    List<Cited> cited,
    List<Said> said,
    boolean announced) {
  public Entry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(surface, "surface");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(asker, "asker");
    Objects.requireNonNull(outcome, "outcome");
    cited = List.copyOf(cited);
    said = List.copyOf(said);
  }

  /** Whether it was said last that the answer does not help. */
  public boolean isDisliked() {
    return !said.isEmpty() && !said.getLast().helpful();
  }

  /** Whether somebody was left without an answer that helps them. */
  public boolean isGap() {
    return isDisliked() || outcome.leavesAGap() && said.stream().noneMatch(Said::helpful);
  }

  /** Who asked, in order. */
  public List<Identity> identities() {
    return asker.identities().stream().sorted().toList();
  }

  /** The groups that whoever asked belonged to, in order. */
  public List<GroupId> groups() {
    return asker.groups().stream().sorted().toList();
  }
}
