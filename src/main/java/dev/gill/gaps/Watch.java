package dev.gill.gaps;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.model.Access;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswers;
import dev.gill.model.VerifierTurns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Has a channel hear, once each, of what was asked so often in vain that somebody should write it
 * down, and of verified answers that are to be verified anew. Used by one thread at a time.
 */
public final class Watch {
  private static final Logger LOG = System.getLogger(Watch.class.getName());

  private final Gaps gaps;
  private final VerifiedAnswers answers;
  private final Announcer announcer;
  private final IndexEngine index;
  private final Supplier<Reader> channel;
  private final InstantSource clock;
  private final int often;

  /**
   * Watches for one channel.
   *
   * @param channel what all may read who read the channel
   * @param often how often something is asked in vain before the channel hears of it
   */
  public Watch(
      Gaps gaps,
      VerifiedAnswers answers,
      Announcer announcer,
      IndexEngine index,
      Supplier<Reader> channel,
      InstantSource clock,
      int often) {
    this.gaps = gaps;
    this.answers = answers;
    this.announcer = announcer;
    this.index = index;
    this.channel = channel;
    this.clock = clock;
    this.often = often;
  }

  /** Looks once. What fails is logged, and tried again the next time. */
  public void look() throws InterruptedException {
    try {
      lookForGaps();
      lookForTurns();
    } catch (IOException | UncheckedIOException | LedgerException e) {
      LOG.log(Level.WARNING, "The channel did not hear of it: " + e.getMessage());
    }
  }

  private void lookForGaps() throws IOException, InterruptedException {
    if (!gaps.isOn()) {
      return;
    }
    Reader readers = channel.get();
    for (List<Entry> group : gaps.groups()) {
      boolean heard = group.stream().anyMatch(Entry::announced);
      if (heard || group.size() < often || gaps.stillOpen(group, readers).isEmpty()) {
        continue;
      }
      Optional<String> question =
          gaps.covered(group, readers) ? Optional.of(group.getLast().question()) : Optional.empty();
      announcer.asked(group.size(), question);
      gaps.announced(group);
    }
  }

  private void lookForTurns() throws IOException, InterruptedException {
    for (VerifiedAnswer answer : answers.all()) {
      Optional<Identity> turn = VerifierTurns.asked(answer, answers, clock.instant());
      if (turn.isPresent() && !answer.asked().contains(turn.get())) {
        announcer.verifyAnew(
            turn.get().toString(),
            isReadable(answer) ? Optional.of(answer.question()) : Optional.empty());
        answers.put(answer.askedOf(turn.get()));
      }
    }
  }

  private boolean isReadable(VerifiedAnswer answer) {
    Reader readers = channel.get();
    try (Snapshot snapshot = index.snapshot()) {
      Access access = snapshot.access();
      Set<GroupId> groups = access.groups(readers);
      return answer.readers().admits(groups::contains, s -> access.mayRead(readers, s));
    }
  }
}
