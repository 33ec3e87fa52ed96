package dev.gill.lab.eval;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.retrieve.Aids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures the house on sets. */
public final class Evaluation {
  private final Embedders embedders;
  private final Engines engines;
  private final Aids aids;
  private final Published published;
  private final Path work;
  private final boolean chunked;

  /**
   * Says how it is measured.
   *
   * @param work a folder for the indexes, one below it for each set
   * @param chunked whether documents are cut as the house does, or each is one chunk
   */
  public Evaluation(
      Embedders embedders,
      Engines engines,
      Aids aids,
      Published published,
      Path work,
      boolean chunked) {
    this.embedders = embedders;
    this.engines = engines;
    this.aids = aids;
    this.published = published;
    this.work = work;
    this.chunked = chunked;
  }

  /**
   * Measures on the sets of these folders, in order.
   *
   * @param progress hears what is being done
   * @throws EvalException if a folder holds no set
   */
  public EvalReport run(List<Path> folders, Consumer<String> progress)
      throws IOException, InterruptedException {
    List<EvalSet> sets = new ArrayList<>();
    for (Path folder : folders) {
      sets.addAll(SetFolder.read(folder));
    }
    List<SetReport> reports = new ArrayList<>();
    for (EvalSet set : sets) {
      progress.accept(set.name());
      reports.add(
          switch (set) {
            case Collection collection -> measure(collection);
            case Pairs pairs -> measure(pairs);
          });
    }
    return new EvalReport(reports);
  }

  private SetReport measure(Collection collection) throws IOException, InterruptedException {
    Embedder embedder = embedders.of(collection.language());
    Path folder = Files.createDirectories(work.resolve(collection.name()));
    try (IndexEngine engine =
        new EvalIndex(embedders, engines, chunked).build(collection, folder)) {
      RankingTrial ranking = new RankingTrial(collection, engine, embedders, aids);
      AnswerTrial answers = new AnswerTrial(collection, engine, embedders, aids);
      return new SetReport.OfCollection(
          collection.name(),
          embedder.space().toString(),
          collection.documents().size(),
          collection.judged().size(),
          ranking.lexical(),
          ranking.dense(),
          ranking.fused(),
          answers.quotes(),
          answers.unanswerable(),
          answers.removed(),
          published.of(collection.name(), embedder.space().model()));
    }
  }

  private SetReport measure(Pairs pairs) throws InterruptedException {
    Embedder embedder = embedders.of(pairs.language());
    List<float[]> left =
        embedder.embed(pairs.pairs().stream().map(Pairs.Pair::left).toList(), Role.PASSAGE);
    List<float[]> right =
        embedder.embed(pairs.pairs().stream().map(Pairs.Pair::right).toList(), Role.PASSAGE);
    double[] cosines = new double[left.size()];
    double[] grades = new double[left.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = cosine(left.get(i), right.get(i));
      grades[i] = pairs.pairs().get(i).grade();
    }
    return new SetReport.OfPairs(
        pairs.name(),
        embedder.space().toString(),
        cosines.length,
        Measures.spearman(cosines, grades),
        published.of(pairs.name(), embedder.space().model()));
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
