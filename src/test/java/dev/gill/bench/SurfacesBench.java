package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.model.Language;
import dev.gill.model.Space;
import dev.gill.surface.slack.StandInSlack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How soon a chat is told that its command came, and how soon it has the answer. */
final class SurfacesBench implements Benchmark {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final int CHUNKS_A_CLUSTER = 100;
  private static final int MARKED_CHUNKS = 100_000;
  private static final int MARKED_ASKERS = 50;
  private static final int LEAST_ROUNDS = 4;
  private static final String PATH = "/api/surfaces/slack";

  @Override
  public String name() {
    return "surfaces";
  }

  @Override
  public String about() {
    return "Slack's commands: how soon they are acknowledged and answered, with many askers";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("chunks", "100000");
    defaults.put("seed", "1");
    defaults.put("askers", "50");
    defaults.put("warm-up", "50");
    defaults.put("seconds", "15");
    defaults.put("app-flags", "-Xmx2g -XX:+UseSerialGC");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    if (!Served.built()) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    CorpusIndex index = index(options);
    if (!index.made()) {
      progress.say("making the index");
      index.make(progress);
    }
    try (StandInSlack slack = new StandInSlack();
        Served gill = Served.start(index, flags(options), configuration(slack))) {
      progress.say("starting");
      gill.firstAnswer(index.corpus().question(0).text());
      try (Commands commands = new Commands(gill.at(PATH), SECRET, slack, index.corpus())) {
        for (int i = options.count("warm-up", 1); i > 0; i--) {
          commands.all(1);
        }
        return report(options, commands, progress, index.corpus().chunks());
      }
    }
  }

  private Report report(Options options, Commands commands, Progress progress, int chunks)
      throws Exception {
    int askers = options.count("askers", 1);
    double seconds = options.count("seconds", 1);
    List<Row> acknowledged = new ArrayList<>();
    List<Row> answered = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int count : askers == 1 ? new int[] {1} : new int[] {1, askers}) {
      progress.say(count + (count == 1 ? " asker" : " askers"));
      Commands.Result result = commands.rounds(count, LEAST_ROUNDS, seconds);
      Samples acknowledgements = result.acknowledged();
      String name = count == 1 ? "1 asker" : count + " askers at once";
      acknowledged.add(Row.of(name).with(acknowledgements, "ms"));
      answered.add(
          Row.of(name).with("answers/s", result.perSecond()).with(result.answered(), "ms"));
      if (chunks == MARKED_CHUNKS && count == 1) {
        marks.add(Mark.atMost("answer, p99 ms", result.answered().percentile(99), 500, 120));
      } else if (chunks == MARKED_CHUNKS && count == MARKED_ASKERS) {
        double p99 = acknowledgements.percentile(99);
        marks.add(Mark.atMost("acknowledgement with 50 askers, p99 ms", p99, 100, 20));
      }
    }
    return Report.of(
        this,
        options,
        List.of(new Table("acknowledged", acknowledged), new Table("answered", answered)),
        marks,
        List.of(
            "An answer is there when Slack's address to answer by has it; every question is a new one. Many askers ask all at the same moment, and again when the last of them has an answer; the first such round is not counted. So each waits for those before it: answers/s says how fast they are worked off. Each has a connection that stays open, and its request is made before the clock runs."));
  }

  private static String flags(Options options) {
    return options.text("app-flags").orElse("-Xmx2g -XX:+UseSerialGC");
  }

  private static String configuration(StandInSlack slack) {
    return """
    gill.surfaces.slack.signing-secret=%s
    gill.surfaces.slack.token=%s
    gill.surfaces.slack.url=%s
    """
        .formatted(SECRET, StandInSlack.TOKEN, slack.api());
  }

  private static CorpusIndex index(Options options) throws IOException {
    Map<Language, Space> spaces;
    try (Embedders embedders = new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open()) {
      spaces = embedders.spaces();
    }
    int chunks = options.count("chunks", 100);
    int seed = options.count("seed", 0);
    int dimension = spaces.get(Language.ENGLISH).dimension();
    Clusters vectors = new Clusters(seed, dimension, Math.max(1, chunks / CHUNKS_A_CLUSTER));
    Corpus corpus = new Corpus(Vocabulary.read(), vectors, seed, chunks);
    Path home = Path.of("target", "bench", "search-%d-%d".formatted(chunks, seed));
    return new CorpusIndex(home.toAbsolutePath(), corpus, spaces);
  }
}
