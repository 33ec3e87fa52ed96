package dev.gill.lab.leash;

import dev.gill.answer.leash.Finding;
import dev.gill.answer.leash.Leash;
import dev.gill.answer.leash.Renderings;
import dev.gill.answer.leash.Shown;
import dev.gill.lab.leash.LeashTrial.Figure;
import dev.gill.lab.leash.LeashTrial.Figures;
import dev.gill.lab.leash.LeashTrial.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Holds sentences to passages in another language: those of two sets whose passages are
 * translations of each other, under the same ids.
 */
public final class AbroadTrial {
  private final Renderings renderings;
  private final int most;
  private final Consumer<Slip> slips;

  /**
   * @param most sentences that are taken
   * @param slips gets what went wrong
   */
  public AbroadTrial(Renderings renderings, int most, Consumer<Slip> slips) {
    this.renderings = renderings;
    this.most = most;
    this.slips = slips;
  }

  /** Measures the sentences of one set on the passages of the other. */
  public Figures of(LeashSet said, LeashSet passages) {
    Random chance = new Random(7);
    Figures figures =
        new Figures(said.name() + " on " + passages.name(), new TreeMap<>(), new TreeMap<>());
    List<String> ids =
        said.passages().keySet().stream().filter(passages.passages()::containsKey).toList();
    int taken = 0;
    for (int i = 0; i < ids.size() && taken < most; i++) {
      String id = ids.get(i);
      String own = said.passages().get(id).text();
      String other = said.passages().get(ids.get(chance.nextInt(ids.size()))).text();
      for (String sentence : Claims.sentences(own)) {
        taken++;
        note(figures.good(), true, "TRANSLATED", sentence, passages, id);
        for (Corruption corruption : Corruption.values()) {
          corruption
              .of(sentence, own, other, chance)
              .filter(wrong -> !own.contains(wrong))
              .ifPresent(
                  wrong -> note(figures.wrong(), false, corruption.name(), wrong, passages, id));
        }
      }
    }
    return figures;
  }

  private void note(
      Map<String, Figure> kinds,
      boolean good,
      String kind,
      String claim,
      LeashSet passages,
      String id) {
    LeashSet.Text text = passages.passages().get(id);
    List<Shown> shown = new ArrayList<>();
    shown.add(new Shown(1, text.title(), List.of(text.title()), text.text()));
    Finding finding = new Leash("", shown, renderings).check(claim + " [1]").getFirst();
    boolean kept = finding instanceof Finding.Kept;
    kinds.merge(
        kind, new Figure(1, kept ? 1 : 0), (a, b) -> new Figure(a.all() + 1, a.kept() + b.kept()));
    if (kept != good) {
      slips.accept(new Slip(good, kind, claim, text.text(), finding.toString()));
    }
  }
}
