package dev.gill.answer.leash;

import java.util.List;

/**
 * Checks an answer while it is written: each sentence as soon as nothing that follows can change
 * what becomes of it. Not safe for use by several threads.
 */
public final class Following {
  /** UTF-16 units up to which an answer is followed; what is longer is checked as a whole alone. */
  private static final int LONGEST = 20_000;

  private final Leash leash;
  private final StringBuilder said = new StringBuilder();
  private int checked;

  Following(Leash leash) {
    this.leash = leash;
  }

  /**
   * Takes the next piece of the answer.
   *
   * @return what became of the sentences that it finished, in order, as {@link Leash#check} will
   *     say of the whole answer
   */
  public List<Finding> add(String piece) {
    if (said.length() + piece.length() > LONGEST) {
      return List.of();
    }
    said.append(piece);
    List<Claim> finished = Claim.finished(said.toString());
    List<Finding> found = finished.stream().skip(checked).map(leash::check).toList();
    checked = Math.max(checked, finished.size());
    return found;
  }
}
