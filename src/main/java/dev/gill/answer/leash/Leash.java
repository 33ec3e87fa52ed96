package dev.gill.answer.leash;

import dev.gill.answer.leash.Finding.Dropped;
import dev.gill.answer.leash.Finding.Ground;
import dev.gill.answer.leash.Finding.Kept;
import dev.gill.model.Flaw;
import java.util.List;

/**
 * Checks a model's answer sentence by sentence: what it cites is there, and says so. Where its
 * numbers come from: docs/decisions/0039.
 */
public final class Leash {
  /** Share of what a sentence says that must stand in the passage, or in its headings. */
  private static final double COVERED = 0.8;

  private final List<Page> pages;
  private final Abroad abroad;
  private final Repetition repetition;

  /** Over the passages that the model was shown, in the language that it answers in. */
  public Leash(List<Shown> passages) {
    this("", passages, Renderings.none());
  }

  /**
   * Over the passages that the model was shown.
   *
   * @param question to which each sentence must add something; empty if nobody knows
   * @param renderings by which a sentence is held to a passage in another language
   */
  public Leash(String question, List<Shown> passages, Renderings renderings) {
    this.pages = passages.stream().map(Page::of).toList();
    this.abroad = new Abroad(renderings);
    this.repetition = new Repetition(question);
  }

  /** What became of each sentence, in order; empty if the answer has none. */
  public List<Finding> check(String answer) {
    return Claim.in(answer).stream().map(this::check).toList();
  }

  /** Follows an answer that is still being written. */
  public Following following() {
    return new Following(this);
  }

  Finding check(Claim claim) {
    if (claim.marked()) {
      return new Dropped(claim.text(), Flaw.MARKUP);
    }
    List<Token> tokens = Lexer.of(claim.text());
    if (repetition.isOf(tokens)) {
      return new Dropped(claim.text(), Flaw.REPEATS);
    }
    if (claim.markers().isEmpty()) {
      return sought(claim, tokens);
    }
    List<Page> cited =
        pages.stream().filter(page -> claim.markers().contains(page.shown().number())).toList();
    return cited.size() < claim.markers().size()
        ? new Dropped(claim.text(), Flaw.NO_SUCH_PASSAGE)
        : held(claim, tokens, cited);
  }

  /** A sentence that cites nothing gets the first passage that says it. */
  private Finding sought(Claim claim, List<Token> tokens) {
    return pages.stream()
        .map(page -> held(claim, tokens, List.of(page)))
        .filter(Kept.class::isInstance)
        .findFirst()
        .orElseGet(() -> new Dropped(claim.text(), Flaw.UNCITED));
  }

  private Finding held(Claim claim, List<Token> tokens, List<Page> cited) {
    if (cited.stream().anyMatch(page -> Abroad.isAbroad(claim, page))) {
      return abroad.check(claim, cited.getFirst());
    }
    List<Window> windows = cited.stream().flatMap(page -> page.best(tokens).stream()).toList();
    if (windows.isEmpty()) {
      return new Dropped(claim.text(), Flaw.UNSUPPORTED);
    }
    if (cited.stream().anyMatch(Page::isOrder)) {
      return new Dropped(claim.text(), Flaw.ORDER);
    }
    return new Comparison(tokens, windows)
        .flaw(COVERED)
        .<Finding>map(flaw -> new Dropped(claim.text(), flaw))
        .orElseGet(() -> new Kept(claim.text(), grounds(windows)));
  }

  private static List<Ground> grounds(List<Window> windows) {
    return windows.stream().map(each -> new Ground(each.passage(), each.range())).toList();
  }
}
