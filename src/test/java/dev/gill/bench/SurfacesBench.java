package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.model.Language;
import dev.gill.model.Space;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.slack.StandInSlack;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How soon a chat is told that its command came, and how soon it has the answer. */
final class SurfacesBench implements Benchmark {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final int CHUNKS_A_CLUSTER = 100;
  private static final int MARKED_CHUNKS = 100_000;
  private static final int MARKED_ASKERS = 50;

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
        Served gill = Served.start(index, flags(options), configuration(slack));
        HttpClient client = HttpClient.newHttpClient()) {
      progress.say("starting");
      gill.firstAnswer(index.corpus().question(0).text());
      Asking asking = new Asking(gill, slack, client, index.corpus());
      for (int i = options.count("warm-up", 1); i > 0; i--) {
        asking.ask();
      }
      return report(options, asking, progress, index.corpus().chunks());
    }
  }

  private Report report(Options options, Asking asking, Progress progress, int chunks)
      throws Exception {
    int askers = options.count("askers", 1);
    double seconds = options.count("seconds", 1);
    List<Row> acknowledged = new ArrayList<>();
    List<Row> answered = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int count : askers == 1 ? new int[] {1} : new int[] {1, askers}) {
      progress.say(count + (count == 1 ? " asker" : " askers"));
      if (count > 1) {
        asking.all(count);
      }
      asking.forget();
      Callers.Result result =
          count == 1
              ? new Callers(count, seconds).run(_ -> asking.ask())
              : asking.rounds(count, seconds);
      Samples acknowledgements = asking.acknowledgements();
      String name = count == 1 ? "1 asker" : count + " askers at once";
      acknowledged.add(Row.of(name).with(acknowledgements, "ms"));
      answered.add(Row.of(name).with("answers/s", result.perSecond()).with(result.millis(), "ms"));
      if (chunks == MARKED_CHUNKS && count == 1) {
        marks.add(Mark.atMost("answer, p99 ms", result.millis().percentile(99), 500, 120));
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
            "An answer is there when Slack's address to answer by has it; every question is a new one. Many askers ask all at the same moment, and again when the last of them has an answer; the first such round is not counted. So each waits for those before it: answers/s says how fast they are worked off."));
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

  /** Sends commands as Slack does, and waits for their answers. */
  private static final class Asking {
    private final Served gill;
    private final StandInSlack slack;
    private final HttpClient client;
    private final Corpus corpus;
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final Queue<Double> acknowledged = new ConcurrentLinkedQueue<>();
    private int next;

    Asking(Served gill, StandInSlack slack, HttpClient client, Corpus corpus) {
      this.gill = gill;
      this.slack = slack;
      this.client = client;
      this.corpus = corpus;
      slack.answered = name -> waiting.get(name).countDown();
    }

    void ask() throws IOException, InterruptedException {
      int number = number();
      String name = "q" + number;
      CountDownLatch answered = new CountDownLatch(1);
      waiting.put(name, answered);
      slack.user("U" + number, "", "en");
      long begun = System.nanoTime();
      HttpResponse<Void> response = client.send(command(number, name), BodyHandlers.discarding());
      acknowledged.add((System.nanoTime() - begun) / 1e6);
      if (response.statusCode() != 200) {
        throw new IOException("Gill answers a command with " + response.statusCode());
      }
      if (!answered.await(10, TimeUnit.MINUTES)) {
        throw new IOException("A command was not answered.");
      }
      waiting.remove(name);
    }

    /** All ask at the same moment; returns how many ms each waited for an answer. */
    List<Double> all(int askers) throws Exception {
      CountDownLatch ready = new CountDownLatch(askers);
      Callable<Double> asker =
          () -> {
            ready.countDown();
            ready.await();
            long begun = System.nanoTime();
            ask();
            return (System.nanoTime() - begun) / 1e6;
          };
      List<Double> millis = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
        for (Future<Double> each : threads.invokeAll(Collections.nCopies(askers, asker))) {
          millis.add(each.get());
        }
      }
      return millis;
    }

    Callers.Result rounds(int askers, double seconds) throws Exception {
      long begun = System.nanoTime();
      List<Double> millis = new ArrayList<>();
      while (System.nanoTime() - begun < seconds * 1e9) {
        millis.addAll(all(askers));
      }
      double took = (System.nanoTime() - begun) / 1e9;
      return new Callers.Result(
          millis.size() / took,
          new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private synchronized int number() {
      return ++next;
    }

    private HttpRequest command(int number, String name) {
      String body =
          "command=%%2Fgill&channel_id=C1&user_id=U%d&text=%s&response_url=%s"
              .formatted(
                  number,
                  URLEncoder.encode(corpus.question(number).text(), StandardCharsets.UTF_8),
                  URLEncoder.encode(slack.responseUrl(name), StandardCharsets.UTF_8));
      String seconds = Long.toString(Instant.now().getEpochSecond());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HttpRequest.newBuilder(gill.at("/api/surfaces/slack"))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("X-Slack-Request-Timestamp", seconds)
          .header("X-Slack-Signature", "v0=" + Hmac.slack(SECRET, seconds, bytes))
          .POST(BodyPublishers.ofByteArray(bytes))
          .build();
    }

    void forget() {
      acknowledged.clear();
    }

    Samples acknowledgements() {
      return new Samples(acknowledged.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
