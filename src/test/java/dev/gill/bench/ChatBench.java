package dev.gill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.lab.campaign.GillProcess;
import dev.gill.source.chat.IrcCorpus;
import dev.gill.source.chat.Post;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A month of a busy channel, exported, taken in by the built application, and then asked about. */
final class ChatBench implements Benchmark {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Path QUESTIONS = Path.of("src/test/resources/chat/ubuntu-questions.tsv");
  private static final int SHOWN = 3;
  private static final int SAY_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String about() {
    return "a month of a busy channel taken in from its export (--corpus), and questions about it";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("corpus", "");
    defaults.put("messages", "52000");
    defaults.put("questions", QUESTIONS.toString());
    defaults.put("keep", "");
    return defaults;
  }

  /** A question, and words of which a quote that answers it holds one. */
  private record Asked(String text, List<String> holds) {
    boolean isAnsweredBy(JsonNode citation) {
      String quote = citation.path("quote").asText().toLowerCase(Locale.ROOT);
      return holds.stream().anyMatch(word -> quote.contains(word.toLowerCase(Locale.ROOT)));
    }
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    Optional<Path> corpus = options.text("corpus").map(Path::of).filter(Files::isDirectory);
    if (corpus.isEmpty()) {
      throw new UsageException(
          "--corpus wants a folder of DAY.NAME.raw.txt, such as data/train of github.com/jkkummerfeld/irc-disentanglement (CC BY 4.0).");
    }
    if (!Files.isRegularFile(JAR)) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    List<Asked> questions = questions(Path.of(options.text("questions").orElse("/dev/null")));
    List<Post> said = IrcCorpus.said(corpus.get(), options.count("messages", 1));
    Path work =
        options.text("keep").isPresent()
            ? Files.createDirectories(Path.of(options.text("keep").get()))
            : Files.createTempDirectory("gill-chat-");
    try {
      Path room = Files.createDirectories(work.resolve("export")).resolve("ubuntu.jsonl");
      write(said, room);
      return measure(said.size(), questions, room, work, options, progress);
    } finally {
      if (options.text("keep").isEmpty()) {
        FreshBench.delete(work);
      }
    }
  }

  private static List<Asked> questions(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("\t"))
        .map(line -> line.split("\t"))
        .map(parts -> new Asked(parts[0], List.of(parts[1].split("\\|"))))
        .toList();
  }

  private static void write(List<Post> said, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Post post : said) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", post.id());
        line.put("account", post.account());
        line.put("name", post.name());
        line.put("time", post.at().toString());
        line.put("text", post.text());
        line.put("bot", post.bot());
        out.write(JSON.writeValueAsString(line) + "\n");
      }
    }
  }

  private Report measure(
      int messages, List<Asked> questions, Path room, Path work, Options options, Progress progress)
      throws Exception {
    Map<String, String> settings =
        Map.of(
            "type", "chatexport",
            "path", room.getParent().toAbsolutePath().toString(),
            "zone", "UTC",
            "audience", "everyone");
    long begun = System.nanoTime();
    try (GillProcess gill =
        GillProcess.start(work.resolve("gill"), JAR, Path.of("models"), settings)) {
      JsonNode source = takenIn(gill, progress);
      double seconds = (System.nanoTime() - begun) / 1e9;
      Row taken =
          Row.of("the export")
              .with("messages", (double) messages)
              .with("s", seconds)
              .with("messages/s", messages / seconds)
              .with("conversations", source.path("documents").asDouble())
              .with("passages", source.path("chunks").asDouble())
              .with("passages/s", source.path("embedded").asDouble() / seconds);
      Row memory = Memory.of(gill.pid()).row("once taken in").with("heap MB", gill.heap() / 1e6);
      List<Row> asked = new ArrayList<>();
      Row right = ask(gill, questions, asked, progress);
      return Report.of(
          this,
          options,
          List.of(
              new Table("a month of messages", List.of(taken)),
              new Table("memory of Gill", List.of(memory)),
              new Table("answers", List.of(right)),
              new Table("question", asked)),
          List.of(),
          List.of(
              "The logs of single days, one after the other, since no month is whole in the corpus; seconds count from the start of Gill's process.",
              "An answer is right if its first quote holds what somebody who read the channel found to be the answer, or one of the first three does; what is shown as near only counts among them and is counted besides."));
    }
  }

  private static JsonNode takenIn(GillProcess gill, Progress progress) throws Exception {
    long said = System.nanoTime();
    while (true) {
      Optional<JsonNode> source = gill.source();
      if (source.filter(view -> view.path("state").asText().equals("in_step")).isPresent()) {
        return source.get();
      }
      if (System.nanoTime() - said > TimeUnit.SECONDS.toNanos(SAY_SECONDS)) {
        said = System.nanoTime();
        source.ifPresent(
            view ->
                progress.say("%,d conversations so far".formatted(view.path("documents").asInt())));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static Row ask(GillProcess gill, List<Asked> questions, List<Row> rows, Progress progress)
      throws Exception {
    int first = 0;
    int some = 0;
    int near = 0;
    int none = 0;
    List<Double> millis = new ArrayList<>();
    for (Asked question : questions) {
      long begun = System.nanoTime();
      JsonNode answer = gill.ask(question.text());
      millis.add((System.nanoTime() - begun) / 1e6);
      int place = place(question, answer.path("citations"));
      first += place == 1 ? 1 : 0;
      some += place > 0 && place <= SHOWN ? 1 : 0;
      String status = answer.path("status").asText();
      near += status.equals("near") ? 1 : 0;
      none += answer.path("citations").isEmpty() ? 1 : 0;
      rows.add(
          Row.of(question.text()).with("status", status).with("right at", place == 0 ? "" : place));
      progress.say("%s %s: %s".formatted(place, question.text(), quotes(answer)));
    }
    return Row.of("questions")
        .with("n", (double) questions.size())
        .with("first right", (double) first)
        .with("one of three right", (double) some)
        .with("shown as near", (double) near)
        .with("nothing shown", (double) none)
        .with("p50 ms", new Samples(millis.stream().mapToDouble(m -> m).toArray()).median());
  }

  /** The place of the first citation that is right, from one; 0 if none is. */
  private static int place(Asked question, JsonNode citations) {
    for (int i = 0; i < citations.size(); i++) {
      if (question.isAnsweredBy(citations.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static List<String> quotes(JsonNode answer) {
    List<String> quotes = new ArrayList<>();
    answer.path("citations").forEach(each -> quotes.add(each.path("quote").asText()));
    return quotes;
  }
}
