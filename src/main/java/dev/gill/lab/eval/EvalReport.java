package dev.gill.lab.eval;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was measured, set by set. */
public final class EvalReport {
  private static final String HEADER =
      "| set | size | BM25 | dense | fused | quotes | unanswerable | passage removed | Spearman |";

  private final List<SetReport> sets;

  EvalReport(List<SetReport> sets) {
    this.sets = List.copyOf(sets);
  }

  List<SetReport> sets() {
    return sets;
  }

  /** One table over all sets, in Markdown, and a line that explains each column. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    lines.add("|---|---|---|---|---|---|---|---|---|");
    for (SetReport set : sets) {
      lines.add(
          switch (set) {
            case SetReport.OfCollection collection -> row(collection);
            case SetReport.OfPairs pairs -> row(pairs);
          });
    }
    lines.add("");
    lines.addAll(
        List.of(
            "All but the size in percent; in brackets what others published.",
            "size: documents / judged questions, or pairs.",
            "BM25, dense, fused: nDCG@10 · recall@100 · MRR@10.",
            "quotes: the best one / two / three hold a known answer (the best passage does).",
            "unanswerable, passage removed: AUROC of the confidence (known accepted / unknown refused)."));
    return lines;
  }

  private static String row(SetReport.OfCollection set) {
    return cells(
        set.set(),
        "%d / %d".formatted(set.documents(), set.questions()),
        ranking(set.lexical()) + published(set.published().lexical()),
        ranking(set.dense()) + published(set.published().dense()),
        ranking(set.fused()),
        set.quotes().map(EvalReport::quotes).orElse(""),
        set.unanswerable().map(EvalReport::doubt).orElse(""),
        set.removed().map(EvalReport::doubt).orElse(""),
        "");
  }

  private static String row(SetReport.OfPairs set) {
    return cells(
        set.set(),
        Integer.toString(set.pairs()),
        "",
        "",
        "",
        "",
        "",
        "",
        number("%.2f", set.spearman()) + published(set.published().dense()));
  }

  private static String ranking(Ranking ranking) {
    return number("%.2f", ranking.ndcg10())
        + number(" · %.1f", ranking.recall100())
        + number(" · %.1f", ranking.mrr10());
  }

  private static String quotes(QuoteFigures quotes) {
    return number("%.1f", quotes.first())
        + number(" / %.1f", quotes.two())
        + number(" / %.1f", quotes.three())
        + number(" (%.1f)", quotes.passage());
  }

  private static String doubt(Doubt doubt) {
    return number("%.1f", doubt.auroc())
        + number(" (%.0f", doubt.accepted())
        + number(" / %.0f)", doubt.refused());
  }

  private static String published(OptionalDouble figure) {
    return figure.isPresent() ? number(" (%.2f)", figure.getAsDouble()) : "";
  }

  private static String number(String format, double share) {
    return String.format(Locale.ROOT, format, 100 * share);
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Writes the same as JSON, shares from 0 to 1. */
  public void write(Path file) throws IOException {
    new ObjectMapper()
        .registerModule(new Jdk8Module())
        .setVisibility(
            com.fasterxml.jackson.annotation.PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .writerWithDefaultPrettyPrinter()
        .writeValue(file.toFile(), sets);
  }
}
