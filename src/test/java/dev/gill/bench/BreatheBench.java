package dev.gill.bench;

import dev.gill.TemporaryFolder;
import dev.gill.embed.Embedders;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.index.lucene.LuceneEngines;
import dev.gill.lab.GrownRepository;
import dev.gill.lab.Replay;
import dev.gill.lab.ReplayReport;
import dev.gill.model.DocId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A history followed commit by commit: what had to be embedded against the least possible (see
 * {@link LeastPossible}) and against the usual way, which takes its turn after every commit.
 */
final class BreatheBench implements Benchmark {
  /** What one commit asks of others: the bound, and the rival. */
  private record Step(int least, int whole, double wholeMillis) {}

  @Override
  public String name() {
    return "breathe";
  }

  @Override
  public String about() {
    return "a Git history followed: chunks embedded against the least possible and whole documents";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("repository", "");
    defaults.put("commits", "200");
    defaults.put("documents", "60");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    int commits = options.count("commits", 1);
    Path work = TemporaryFolder.untilExit("gill-breathe-");
    String repository = options.text("repository").orElse("");
    if (repository.isEmpty()) {
      Path grown = Files.createDirectory(work.resolve("grown"));
      GrownRepository.grow(grown, options.count("seed", 0), options.count("documents", 1), commits);
      repository = grown.toString();
    }
    Path followed = Files.createDirectory(work.resolve("followed"));
    try (Embedders embedders = new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open();
        WholeDocuments whole = new WholeDocuments(embedders, work.resolve("whole"))) {
      LeastPossible least = new LeastPossible(embedders);
      List<Step> steps = new ArrayList<>();
      Replay replay =
          new Replay(
              Replay.Way.GIT,
              embedders,
              new LuceneEngines(),
              followed,
              (changed, now) -> {
                List<StoredDocument> states = states(changed, now);
                int bound = least.take(states);
                if (!steps.isEmpty() && steps.size() % 20 == 0) {
                  progress.say("%d commits".formatted(steps.size()));
                }
                boolean first = steps.isEmpty();
                long begun = System.nanoTime();
                int embedded = first ? 0 : whole.take(states);
                steps.add(new Step(bound, embedded, (System.nanoTime() - begun) / 1e6));
              });
      return report(options, replay.run(repository, commits), steps.subList(1, steps.size()));
    } finally {
      FreshBench.delete(work);
    }
  }

  private static List<StoredDocument> states(Set<DocId> changed, Snapshot now) {
    return changed.stream().sorted().flatMap(doc -> now.document(doc).stream()).toList();
  }

  private Report report(Options options, ReplayReport replay, List<Step> steps) {
    int embedded = replay.steps().stream().mapToInt(ReplayReport.Step::embedded).sum();
    int least = steps.stream().mapToInt(Step::least).sum();
    int whole = steps.stream().mapToInt(Step::whole).sum();
    Samples ours =
        new Samples(replay.steps().stream().mapToDouble(s -> s.took().toNanos() / 1e6).toArray());
    Samples rivals = new Samples(steps.stream().mapToDouble(Step::wholeMillis).toArray());
    double bound = Math.max(1, least);
    Table table =
        new Table(
            "change to answerable, per commit",
            List.of(
                row("Gill", embedded, bound).with(ours, "ms"),
                row("whole documents", whole, bound).with(rivals, "ms"),
                row("the least possible", least, bound)));
    List<String> notes =
        List.of(
            "%,d commits, in step after %,d of them; at the end %s."
                .formatted(
                    replay.steps().size(),
                    replay.steps().size() - replay.outOfStep().size(),
                    replay.verification().agrees()
                        ? "the index is what a rebuild would hold"
                        : "the index DIFFERS from a rebuild"),
            "Gill's times hold finding the change in Git, parsing and cutting; the rival's do not.");
    return Report.of(
        this,
        options,
        List.of(table),
        List.of(Mark.atMost("embedded over the least possible", embedded / bound, 1.10, 1.02)),
        notes);
  }

  private static Row row(String name, int chunks, double least) {
    return Row.of(name).with("chunks embedded", chunks).with("over the least", chunks / least);
  }
}
