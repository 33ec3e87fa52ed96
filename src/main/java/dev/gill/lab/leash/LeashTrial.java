package dev.gill.lab.leash;

import dev.gill.answer.leash.Finding;
import dev.gill.answer.leash.Leash;
import dev.gill.answer.leash.Shown;
import dev.gill.model.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds good and wrong sentences to the passages that they cite. */
public final class LeashTrial {
  /** Passages that a sentence is cited from and among. */
  private static final int SHOWN = 4;

  private final int most;
  private final Consumer<Slip> slips;

  /**
   * What went wrong.
   *
   * @param good whether the sentence was right, and was dropped
   */
  public record Slip(boolean good, String kind, String claim, String passage, String found) {}

  /**
   * @param most sentences of each set that are taken
   * @param slips gets what went wrong
   */
  public LeashTrial(int most, Consumer<Slip> slips) {
    this.most = most;
    this.slips = slips;
  }

  /** How many of a kind there were, and how many were kept. */
  public record Figure(int all, int kept) {
    Figure and(boolean isKept) {
      return new Figure(all + 1, kept + (isKept ? 1 : 0));
    }
  }

  /** By kind, good ones and wrong ones. */
  public record Figures(String name, Map<String, Figure> good, Map<String, Figure> wrong) {}

  /** Measures one set; the same set gives the same figures. */
  public Figures of(LeashSet set) {
    Random chance = new Random(7);
    Figures figures = new Figures(set.name(), new TreeMap<>(), new TreeMap<>());
    List<String> ids = new ArrayList<>(set.passages().keySet());
    int taken = 0;
    for (int round = 0; round < 12 && taken < most; round++) {
      for (int i = 0; i < ids.size() && taken < most; i++) {
        List<String> sentences = Claims.sentences(set.passages().get(ids.get(i)).text());
        if (round < sentences.size()) {
          trySentence(set, ids, i, sentences, round, chance, figures);
          taken++;
        }
      }
    }
    for (Map.Entry<String, List<String>> each : set.written().entrySet()) {
      LeashSet.Text text = set.passages().get(each.getKey());
      for (String answer : each.getValue()) {
        for (String sentence : Claims.sentences(answer)) {
          good(figures, "WRITTEN", sentence, List.of(shown(1, text)));
        }
      }
    }
    return figures;
  }

  private void trySentence(
      LeashSet set,
      List<String> ids,
      int at,
      List<String> sentences,
      int which,
      Random chance,
      Figures figures) {
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < SHOWN; i++) {
      shown.add(shown(i + 1, set.passages().get(ids.get((at + i) % ids.size()))));
    }
    String sentence = sentences.get(which);
    String title = shown.getFirst().title();
    for (Rewording rewording : Rewording.values()) {
      var said = rewording.of(sentence, Claims.after(sentences, which), title);
      if (said.isPresent()) {
        good(figures, rewording.name(), said.get(), shown);
      }
    }
    String other = set.passages().get(ids.get(chance.nextInt(ids.size()))).text();
    for (Corruption corruption : Corruption.values()) {
      var wrong = corruption.of(sentence, shown.getFirst().text(), other, chance);
      if (wrong.isPresent() && !shown.getFirst().text().contains(wrong.get())) {
        wrong(figures, corruption.name(), wrong.get(), shown);
      }
    }
  }

  private static Shown shown(int number, LeashSet.Text text) {
    return new Shown(number, text.title(), List.of(text.title()), text.text());
  }

  private void good(Figures figures, String kind, String claim, List<Shown> shown) {
    Finding finding = check(claim, shown);
    boolean kept = finding instanceof Finding.Kept;
    figures.good().merge(kind, new Figure(0, 0).and(kept), (a, b) -> a.and(kept));
    if (!kept) {
      slips.accept(slip(true, kind, claim, shown, finding));
    }
  }

  private void wrong(Figures figures, String kind, String claim, List<Shown> shown) {
    Finding finding = check(claim, shown);
    boolean kept = finding instanceof Finding.Kept;
    figures.wrong().merge(kind, new Figure(0, 0).and(kept), (a, b) -> a.and(kept));
    if (kept) {
      slips.accept(slip(false, kind, claim, shown, finding));
    }
  }

  private static Slip slip(
      boolean good, String kind, String claim, List<Shown> shown, Finding finding) {
    String found = finding instanceof Finding.Dropped dropped ? dropped.flaw().name() : "KEPT";
    return new Slip(good, kind, claim, shown.getFirst().text(), found);
  }

  /** Kept only if nothing of it was dropped. */
  private Finding check(String claim, List<Shown> shown) {
    String marked = claim.replaceFirst("([.。!！?？]?)\\s*$", " [1]$1");
    List<Finding> findings = new Leash(shown).check(marked);
    return findings.stream()
        .filter(Finding.Dropped.class::isInstance)
        .findFirst()
        .or(() -> findings.stream().findFirst())
        .orElseGet(() -> new Finding.Dropped(claim, Flaw.UNSUPPORTED));
  }
}
