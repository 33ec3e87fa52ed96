package dev.gill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.lab.campaign.GillProcess;
import dev.gill.lab.servers.RealMediaWiki;
import dev.gill.lab.servers.ServerMissingException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A whole real MediaWiki taken in by the built application, and then an edit of each 100th page.
 */
final class WikiBench implements Benchmark {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "engineer",
          "rota",
          "backup",
          "deploy",
          "window",
          "server",
          "ticket",
          "review",
          "badge",
          "invoice",
          "holiday",
          "laptop",
          "garden",
          "printer",
          "meeting",
          "release",
          "key");

  @Override
  public String name() {
    return "wiki";
  }

  @Override
  public String about() {
    return "a real MediaWiki of many short pages taken in, then a hundredth of them edited";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("pages", "20000");
    defaults.put("words", "25");
    defaults.put("seed", "1");
    defaults.put("keep", "");
    return defaults;
  }

  /** What a pass came to. */
  private record Pass(
      String name, int pages, double seconds, int requests, long embedded, Memory memory) {
    Row row() {
      return Row.of(name)
          .with("pages", pages)
          .with("s", seconds)
          .with("pages/s", pages / seconds)
          .with("requests", requests)
          .with("requests/page", (double) requests / pages)
          .with("chunks embedded", embedded);
    }
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    if (!Files.isRegularFile(JAR)) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    int pages = options.count("pages", 100);
    Path work =
        options.text("keep").isPresent()
            ? Files.createDirectories(Path.of(options.text("keep").get()))
            : Files.createTempDirectory("gill-wiki-");
    try (RealMediaWiki wiki = RealMediaWiki.start(work.resolve("wiki"))) {
      long begun = System.nanoTime();
      wiki.take(pages(pages, options.count("words", 5), options.count("seed", 0)));
      progress.say("the wiki took %,d pages in after %.0f s".formatted(pages, seconds(begun)));
      return measure(wiki, work, pages, options, progress);
    } catch (ServerMissingException e) {
      throw new UsageException(e.getMessage());
    } finally {
      if (options.text("keep").isEmpty()) {
        FreshBench.delete(work);
      }
    }
  }

  private Report measure(
      RealMediaWiki wiki, Path work, int pages, Options options, Progress progress)
      throws Exception {
    Map<String, String> settings =
        Map.of(
            "type", "mediawiki",
            "url", wiki.api(),
            "internal-hosts", URI.create(wiki.api()).getAuthority(),
            "every", "1s",
            "requests-per-minute", "100000");
    int before = wiki.requests();
    long begun = System.nanoTime();
    try (GillProcess gill =
        GillProcess.start(work.resolve("gill"), JAR, Path.of("models"), settings)) {
      until(gill, view -> view.path("state").asText().equals("in_step"), progress);
      Pass first = pass("first pass", gill, pages, begun, wiki.requests() - before, 0);
      progress.say("the first pass is over after %.0f s".formatted(first.seconds()));
      Pass edits = edits(wiki, gill, pages, first.embedded(), progress);
      List<Mark> marks =
          List.of(
              Mark.atMost(
                  "first pass, requests/page", (double) first.requests() / pages, 0.2, 0.1));
      List<Table> tables =
          List.of(
              new Table("a wiki of %,d pages".formatted(pages), List.of(first.row(), edits.row())),
              new Table(
                  "memory of Gill",
                  List.of(
                      first.memory().row("after the first pass"),
                      edits.memory().row("after the edits"))));
      return Report.of(
          this,
          options,
          tables,
          marks,
          List.of(
              "Seconds of the first pass count from the start of Gill's process, those of the edits from the first edit; looks that find nothing are among the requests of the edits."));
    }
  }

  private static Pass edits(
      RealMediaWiki wiki, GillProcess gill, int pages, long embedded, Progress progress)
      throws Exception {
    int edited = pages / 100;
    long begun = System.nanoTime();
    int asked = 0;
    for (int i = 0; i < edited; i++) {
      wiki.write(
          title(i * 100), "Edited as number %d: %s".formatted(i, text(new Random(-i - 1), 25)));
      asked++;
    }
    double editing = seconds(begun);
    int before = wiki.requests() - asked;
    gill.awaitInStep(Instant.now());
    Pass pass = pass("1% edited", gill, edited, begun, wiki.requests() - before, embedded);
    progress.say("editing alone took the wiki %.0f s".formatted(editing));
    return pass;
  }

  private static Pass pass(
      String name, GillProcess gill, int pages, long begun, int requests, long embedded)
      throws Exception {
    JsonNode source = gill.source().orElseThrow();
    return new Pass(
        name,
        pages,
        seconds(begun),
        requests,
        source.path("embedded").asLong() - embedded,
        Memory.of(gill.pid()));
  }

  private interface Condition {
    boolean holds(JsonNode view);
  }

  private static void until(GillProcess gill, Condition condition, Progress progress)
      throws InterruptedException {
    long said = System.nanoTime();
    while (gill.source().filter(condition::holds).isEmpty()) {
      if (seconds(said) > 30) {
        said = System.nanoTime();
        gill.source()
            .ifPresent(
                view -> progress.say("%,d documents".formatted(view.path("documents").asLong())));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static Map<String, String> pages(int count, int words, int seed) {
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      pages.put(title(i), text(new Random(seed * 1_000_003L + i), words));
    }
    return pages;
  }

  private static String title(int number) {
    return "Note %05d".formatted(number);
  }

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(WORDS.get(random.nextInt(WORDS.size())) + (i % 9 == 8 ? random.nextInt(1000) : ""));
    }
    return String.join(" ", text) + ".";
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
