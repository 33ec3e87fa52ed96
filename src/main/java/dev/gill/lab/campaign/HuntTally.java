package dev.gill.lab.campaign;

import dev.gill.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a hunt has come to so far. */
final class HuntTally {
  /**
   * A question.
   *
   * @param number which one, from 0
   * @param known the moment since which what Gill knows may be wrong
   */
  record Ask(int number, String person, Instant known) {}

  private final History history;
  private final List<String> leaks = new ArrayList<>();
  private Duration oldest = Duration.ZERO;
  private Duration late = Duration.ZERO;
  private int answered;
  private int seen;
  private int failed;
  private int changes;

  HuntTally(History history) {
    this.history = history;
  }

  void change() {
    changes++;
  }

  int seen() {
    return seen;
  }

  /** These were shown by why they could not be read. */
  void failures(Ask ask, Set<String> marks) {
    failed += marks.size();
    hold(ask, marks);
  }

  /** These were shown by an answer and what goes with it. */
  void shown(Ask ask, Answer answer, Set<String> marks) {
    answered += answer instanceof Answer.Grounded ? 1 : 0;
    hold(ask, marks);
  }

  /** So many were counted, of so many that might be. */
  void counted(Ask ask, long counted, long readable) {
    if (counted > readable) {
      leaks.add(
          "%s saw %d counted of %d, asked %d"
              .formatted(ask.person(), counted, readable, ask.number()));
    }
  }

  private void hold(Ask ask, Set<String> marks) {
    Instant now = Instant.now();
    oldest = longer(oldest, Duration.between(ask.known(), now));
    seen += marks.size();
    for (String mark : marks) {
      late = longer(late, history.lost(mark, ask.person(), now));
      if (!history.mayHaveRead(mark, ask.person(), ask.known())) {
        leaks.add("%s saw %s, asked %d".formatted(ask.person(), mark, ask.number()));
      }
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  RightsHunt.Report report(String name, int asks) {
    return new RightsHunt.Report(name, asks, answered, seen, failed, changes, oldest, late, leaks);
  }
}
