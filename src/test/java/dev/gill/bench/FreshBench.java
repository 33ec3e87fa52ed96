package dev.gill.bench;

import dev.gill.lab.servers.ServerMissingException;
import dev.gill.model.SourceId;
import dev.gill.sync.Breathing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * An edit on disk until an answer quotes it, in the real house over a large index. A round is: the
 * file is written in place, the feed tells of it, a question is asked, and the answer holds the new
 * text; the clock runs from before the writing to the answer.
 */
final class FreshBench implements Benchmark {
  private static final String TEAM = "team";
  private static final SourceId TEAM_ID = new SourceId(TEAM);
  private static final double PERIOD_MS = 30_000;
  private static final int ROUNDS_OF_RIVAL = 20;
  private static final List<String> SOURCES = List.of("folder", "mediawiki", "matrix", "slack");
  private static final List<String> PHASES = List.of("idle", "asked", "beside", "both", "own");

  @Override
  public String name() {
    return "fresh";
  }

  @Override
  public String about() {
    return "an edit on disk, on a real wiki (--source mediawiki) or a message in a chat (matrix, slack), until an answer quotes it";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("source", "folder");
    defaults.put("chunks", "100000");
    defaults.put("beside", "50000");
    defaults.put("edits", "60");
    defaults.put("callers", "2");
    defaults.put("phases", "all");
    defaults.put("remembered", "10000");
    defaults.put("reader", "yes");
    defaults.put("seed", "1");
    defaults.put("keep", "");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    options.among("phases", PHASES);
    Path work =
        options.text("keep").isPresent()
            ? Files.createDirectories(Path.of(options.text("keep").get()))
            : Files.createTempDirectory("gill-fresh-");
    String source = options.among("source", SOURCES).getFirst();
    if (!source.equals(SOURCES.getFirst())) {
      return onServer(source, work, options, progress);
    }
    try (FreshHouse house =
        new FreshHouse(
            Path.of("models"),
            work,
            options.count("remembered", 0),
            options.among("reader", List.of("yes", "no")).contains("yes"))) {
      return run(house, options, progress);
    } finally {
      if (options.text("keep").isEmpty()) {
        delete(work);
      }
    }
  }

  private Report onServer(String source, Path work, Options options, Progress progress)
      throws Exception {
    try {
      int count = options.count("edits", 1);
      if (source.equals("mediawiki")) {
        WikiEdits edits = new WikiEdits(work, count, progress);
        return Report.of(this, options, edits.run(), edits.marks(), edits.notes());
      }
      ChatMessages messages = new ChatMessages(work, source, count, progress);
      return Report.of(this, options, messages.run(), messages.marks(), messages.notes());
    } catch (ServerMissingException e) {
      throw new UsageException(e.getMessage());
    } finally {
      if (options.text("keep").isEmpty()) {
        delete(work);
      }
    }
  }

  private Report run(FreshHouse house, Options options, Progress progress) throws Exception {
    List<String> words = BulkFolder.wordsOf(Path.of("config", "sample-team"));
    List<String> questions =
        Files.readAllLines(Path.of("src/main/resources/questions-to-try.txt")).stream()
            .filter(line -> !line.isBlank())
            .map(line -> line.substring(line.indexOf('|') + 1).strip())
            .toList();
    FreshPhases phases =
        new FreshPhases(
            house, questions, options.count("callers", 1), options.count("edits", 1), progress);
    Edits edits = team(house, phases, options, words, progress);
    List<String> wanted = options.among("phases", PHASES);
    List<FreshPhases.Outcome> outcomes = new ArrayList<>();
    if (wanted.contains("idle")) {
      outcomes.add(phases.quiet("idle", edits));
    }
    List<Row> rival = wanted.contains("idle") ? poller(house) : List.of();
    if (wanted.contains("asked")) {
      outcomes.add(phases.asked("callers ask", edits));
    }
    String beside = "beside" + options.count("seed", 0);
    new BulkFolder(words, 14, options.count("seed", 0))
        .fill(house.folder(beside), options.count("beside", 1));
    Edits own = null;
    if (wanted.contains("beside") || wanted.contains("both") || wanted.contains("own")) {
      List<EditedPage> pages = phases.pages(beside, "Porto", "Basel", "Namur", "Bergen");
      Breathing pass = house.follow(beside);
      own = new Edits(pass, house.answerer(), pages, 11);
      pass.start();
    }
    if (wanted.contains("beside")) {
      outcomes.add(phases.quiet("a first pass beside it", edits));
    }
    if (wanted.contains("both")) {
      outcomes.add(phases.asked("callers ask and a first pass beside it", edits));
    }
    if (wanted.contains("own")) {
      outcomes.add(phases.quiet("in the folder of the first pass", own));
    }
    return report(options, outcomes, rival, notes(house));
  }

  /** The large folder, taken in. */
  private static Edits team(
      FreshHouse house, FreshPhases phases, Options options, List<String> words, Progress progress)
      throws IOException, InterruptedException {
    int chunks = options.count("chunks", 1);
    if (!Files.exists(house.folder(TEAM).resolve("shelf000"))) {
      new BulkFolder(words, 7, 0).fill(house.folder(TEAM), chunks);
    }
    List<EditedPage> pages = phases.pages(TEAM, "Vigo", "Trieste", "Leuven", "Tromso");
    Breathing breathing = house.follow(TEAM);
    long begun = System.nanoTime();
    house.standIn(true);
    breathing.start();
    while (breathing.inStepAt(TEAM_ID).isEmpty() || house.chunks(TEAM) < chunks) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    house.standIn(false);
    progress.say(
        "the index holds %,d chunks after %d s"
            .formatted(house.chunks(TEAM), (System.nanoTime() - begun) / 1_000_000_000));
    return new Edits(breathing, house.answerer(), pages, 5);
  }

  /** The rival's work, really done, and the waiting for its turn, computed. */
  private static List<Row> poller(FreshHouse house) throws Exception {
    Path real = Path.of("config", "sample-team", "runbooks", "restore-database.md");
    EditedPage page = EditedPage.of(real, house.folder(TEAM).resolve("edited/.polled.md"), "Malmo");
    page.save("0");
    Poller poller = new Poller(house.folder(TEAM), house);
    poller.look();
    double[] work = new double[ROUNDS_OF_RIVAL];
    int embedded = 0;
    for (int i = 0; i < work.length; i++) {
      String code = Integer.toString(200_000_000 + i);
      page.save(code);
      long begun = System.nanoTime();
      embedded = poller.poll();
      while (!Edits.quotes(house.answerer(), page.question(), code)) {
        Thread.onSpinWait();
      }
      work[i] = (System.nanoTime() - begun) / 1e6;
    }
    Samples samples = new Samples(work);
    return List.of(
        Row.of("its work, measured (%d chunks embedded)".formatted(embedded)).with(samples, "ms"),
        Row.of("waiting for its turn, computed")
            .with("p50 ms", PERIOD_MS / 2)
            .with("p99 ms", PERIOD_MS * 0.99),
        Row.of("an edit until it is answered from")
            .with("p50 ms", PERIOD_MS / 2 + samples.median())
            .with("p99 ms", PERIOD_MS * 0.99 + samples.median()));
  }

  private static List<String> notes(FreshHouse house) {
    return List.of(
        "Vectors of the large folder come from a stand-in; those of edited pages, questions and the first pass beside it from the real model.",
        "First passes had embedded %,d texts when the last edit was over, and were broken off then."
            .formatted(house.inBulk()),
        "Each edited page is asked about again and again, so that unless --remembered is 0 its unchanged sentences are not embedded anew for each answer.");
  }

  private Report report(
      Options options, List<FreshPhases.Outcome> outcomes, List<Row> rival, List<String> notes) {
    List<Row> rows = new ArrayList<>();
    List<Row> callers = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (FreshPhases.Outcome outcome : outcomes) {
      Samples found = samples(outcome.edits().stream().mapToDouble(Edits.Took::found).toArray());
      Samples answered =
          samples(outcome.edits().stream().mapToDouble(Edits.Took::answered).toArray());
      rows.add(
          Row.of(outcome.name())
              .with("found p50 ms", found.median())
              .with("found p99 ms", found.percentile(99))
              .with(answered, "ms")
              .with("questions per edit", asked(outcome))
              .with("CPU ms per edit", outcome.cpuMillis()));
      if (!outcome.askers().isEmpty()) {
        double[] millis = outcome.askers().stream().mapToDouble(n -> n / 1e6).toArray();
        callers.add(Row.of(outcome.name()).with(new Samples(millis), "ms"));
      }
      if (outcome.name().equals("idle")) {
        marks.add(Mark.atMost("idle, p50 ms", answered.median(), 150, 80));
        marks.add(Mark.atMost("idle, p99 ms", answered.percentile(99), 500, 200));
      } else {
        marks.add(Mark.atMost(outcome.name() + ", p99 ms", answered.percentile(99), 1000, 300));
      }
    }
    List<Table> tables = new ArrayList<>();
    tables.add(new Table("edit saved to answered", rows));
    if (!callers.isEmpty()) {
      tables.add(new Table("answers to the callers", callers));
    }
    if (!rival.isEmpty()) {
      tables.add(new Table("a poller, every 30 s", rival));
    }
    return Report.of(this, options, tables, marks, notes);
  }

  private static Samples samples(double[] values) {
    return new Samples(values);
  }

  private static double asked(FreshPhases.Outcome outcome) {
    return outcome.edits().stream().mapToInt(Edits.Took::asked).average().orElse(0);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
