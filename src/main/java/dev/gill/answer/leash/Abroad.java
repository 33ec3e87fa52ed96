package dev.gill.answer.leash;

import dev.gill.answer.leash.Finding.Ground;
import dev.gill.answer.leash.Finding.Kept;
import dev.gill.model.Flaw;
import dev.gill.model.Language;
import dev.gill.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a sentence against a passage in the other language: amounts, what both write alike and
 * what turns a sentence must stand there, and a share of the rest by what a dictionary calls it.
 * Where its numbers come from: docs/decisions/0039.
 */
final class Abroad {
  /** Share of a sentence that must stand there. */
  private static final double COVERED = 0.6;

  /** What a further sentence must add. */
  private static final double FURTHER = 0.15;

  private final Renderings renderings;

  Abroad(Renderings renderings) {
    this.renderings = renderings;
  }

  /** Whether it is of the other language than the passage. */
  static boolean isAbroad(Claim claim, Page page) {
    return Language.of(claim.text()) != Language.of(page.shown().text());
  }

  /** What is found of a sentence in the passage that it cites. */
  Finding check(Claim claim, Page page) {
    if (Orders.isIn(page.shown().text())) {
      return new Finding.Dropped(claim.text(), Flaw.ORDER);
    }
    Said said = new Said(claim.text(), Bilingual.of(claim.text(), renderings));
    Finding best = new Finding.Dropped(claim.text(), Flaw.UNSUPPORTED);
    double most = 0;
    List<Range> ranges = ranges(page);
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      String text = range.of(page.shown().text());
      double share = said.words().share(Bilingual.There.of(text + " " + about(page)));
      if (share > most + (i < page.sentences().size() ? 0 : FURTHER)) {
        most = share;
        Optional<Flaw> flaw = flaw(said, text, about(page), share);
        best =
            flaw.<Finding>map(each -> new Finding.Dropped(claim.text(), each))
                .orElseGet(
                    () ->
                        new Kept(claim.text(), List.of(new Ground(page.shown().number(), range))));
      }
    }
    return best;
  }

  private record Said(String text, Bilingual words) {}

  /** Each sentence, and each with the one after it, where one is not enough. */
  private static List<Range> ranges(Page page) {
    List<Range> all = new ArrayList<>(page.sentences());
    for (int i = 0; i + 1 < page.sentences().size(); i++) {
      all.add(new Range(page.sentences().get(i).start(), page.sentences().get(i + 1).end()));
    }
    return all;
  }

  private static String about(Page page) {
    return page.shown().title() + " " + String.join(" ", page.shown().headings());
  }

  private static Optional<Flaw> flaw(Said said, String text, String about, double share) {
    List<String> left = Amounts.in(text);
    left.addAll(Amounts.in(about));
    for (String amount : Amounts.in(said.text())) {
      if (!left.remove(amount)) {
        return Optional.of(Flaw.NUMBER);
      }
    }
    if (Concept.DENIAL.isRarer(said.text(), text) || Concept.DENIAL.isRarer(text, said.text())) {
      return Optional.of(Flaw.NEGATION);
    }
    if (!Concept.lost(said.text(), text + " " + about).isEmpty()) {
      return Optional.of(Flaw.TURN);
    }
    if (!said.words().namesStandIn(Bilingual.There.of(text + " " + about))) {
      return Optional.of(Flaw.NAME);
    }
    return share < COVERED ? Optional.of(Flaw.UNSUPPORTED) : Optional.empty();
  }
}
