package dev.gill.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose turn it is to say whether a verified answer still holds. Two weeks before its time is over
 * the first of the verifiers is asked, whoever verified it last before all others; a week later the
 * next one, and so on. Who is away or gone is passed over.
 */
public final class VerifierTurns {
  /** How long before the end of an answer's time somebody is asked. */
  public static final Duration BEFORE = Duration.ofDays(14);

  /** How long somebody has before the next one is asked. */
  public static final Duration EACH = Duration.ofDays(7);

  private VerifierTurns() {}

  /** Who is asked now; empty if it is too early, or nobody is there. */
  public static Optional<Identity> asked(
      VerifiedAnswer answer, VerifiedAnswers answers, Instant now) {
    Instant first = answer.until().minus(before(answers));
    if (now.isBefore(first)) {
      return Optional.empty();
    }
    List<Identity> there = there(answer, answers);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    long turn = Duration.between(first, now).dividedBy(EACH);
    return Optional.of(there.get((int) (turn % there.size())));
  }

  /** Not before an answer that lasts but a short while is half over. */
  private static Duration before(VerifiedAnswers answers) {
    Duration half = answers.lasting().dividedBy(2);
    return half.compareTo(BEFORE) < 0 ? half : BEFORE;
  }

  private static List<Identity> there(VerifiedAnswer answer, VerifiedAnswers answers) {
    return answers.verifiers().stream()
        .filter(each -> !answers.away().contains(each))
        .sorted(java.util.Comparator.comparing(each -> !each.toString().equals(answer.verifier())))
        .toList();
  }
}
