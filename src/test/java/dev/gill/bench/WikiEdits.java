package dev.gill.bench;

import dev.gill.lab.campaign.GillProcess;
import dev.gill.lab.servers.RealMediaWiki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Edits on a real MediaWiki until an answer of the built application quotes them: once with a look
 * each second, once with a hook and looks that are far apart. The clock runs from when the wiki has
 * saved the edit, as its editor sees it.
 */
final class WikiEdits {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Path PROSE = Path.of("config", "sample-team");
  private static final int WARM_UP = 4;
  private static final int PAUSE_MILLIS = 1000;
  private static final String HOOK = "0123456789abcdef0123456789abcdef";
  private static final List<String> TOWNS = List.of("Vigo", "Trieste", "Leuven", "Tromso");

  private final Path work;
  private final int count;
  private final Progress progress;
  private final Random random = new Random(3);
  private final List<Mark> marks = new ArrayList<>();

  WikiEdits(Path work, int count, Progress progress) {
    this.work = work;
    this.count = count;
    this.progress = progress;
  }

  /** What one edit took, in milliseconds from when it was saved. */
  private record Took(double saving, double found, double answered) {}

  List<Table> run() throws Exception {
    if (!Files.isRegularFile(JAR)) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    try (RealMediaWiki wiki = RealMediaWiki.start(work.resolve("wiki"))) {
      wiki.take(pages());
      List<Row> rows = new ArrayList<>();
      rows.add(row("a look each second", edits(wiki, "look", "1s", ""), 600, 1500));
      rows.add(row("a hook", edits(wiki, "hook", "60s", HOOK), 200, 500));
      return List.of(new Table("edit saved on the wiki to answered", rows));
    }
  }

  List<Mark> marks() {
    return marks;
  }

  List<String> notes() {
    return List.of(
        "A real MediaWiki on this machine, and the built application beside it; both share its processors with whoever asks.",
        "Saving is the wiki's own time for an edit, and is not in the other figures.");
  }

  private Row row(String name, List<Took> took, double aim, double most) {
    Samples answered = of(took.stream().mapToDouble(Took::answered).toArray());
    marks.add(Mark.atMost(name + ", p50 ms", answered.median(), 2 * aim, aim));
    marks.add(Mark.atMost(name + ", p99 ms", answered.percentile(99), 2 * most, most));
    Samples found = of(took.stream().mapToDouble(Took::found).toArray());
    return Row.of(name)
        .with("saving p50 ms", of(took.stream().mapToDouble(Took::saving).toArray()).median())
        .with("found p50 ms", found.median())
        .with("found p99 ms", found.percentile(99))
        .with(answered, "ms");
  }

  private static Samples of(double[] values) {
    return new Samples(values);
  }

  /** A wiki of some pages. */
  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    String prose = Files.readString(PROSE.resolve("runbooks/deploy.md")).replace("#", "");
    for (int i = 0; i < 200; i++) {
      pages.put("Shelf " + i, "On shelf %d. %s".formatted(i, prose.substring(i, i + 600)));
    }
    return pages;
  }

  private List<Took> edits(RealMediaWiki wiki, String name, String every, String hook)
      throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = socket.getLocalPort();
    }
    if (!hook.isEmpty()) {
      wiki.hook("http://localhost:%d/api/hooks/%s/%s".formatted(port, GillProcess.SOURCE, hook));
    }
    Map<String, String> settings =
        Map.of(
            "type",
            "mediawiki",
            "url",
            wiki.api(),
            "internal-hosts",
            URI.create(wiki.api()).getAuthority(),
            "every",
            every,
            "requests-per-minute",
            "100000");
    for (int i = 0; i < TOWNS.size(); i++) {
      save(wiki, i, "0");
    }
    try (GillProcess gill =
        GillProcess.start(work.resolve(name), JAR, Path.of("models"), settings, port, hook)) {
      gill.awaitInStep(Instant.EPOCH);
      List<Took> took = new ArrayList<>();
      for (int i = 0; i < count + WARM_UP; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + random.nextInt(PAUSE_MILLIS)));
        Took one = edit(wiki, gill, i);
        if (i >= WARM_UP) {
          took.add(one);
        }
      }
      progress.say("%s: %d edits are done".formatted(name, count));
      return took;
    }
  }

  private Took edit(RealMediaWiki wiki, GillProcess gill, int number) throws Exception {
    String code = Integer.toString(100_000_000 + random.nextInt(900_000_000));
    long begun = System.nanoTime();
    String title = save(wiki, number, code);
    long saved = System.nanoTime();
    Patience patience = new Patience(saved, "the edit of " + title);
    patience.until(() -> gill.document(title).path("text").asText().contains(code));
    double found = millis(saved);
    String question =
        "What is the door code of the %s office?".formatted(TOWNS.get(number % TOWNS.size()));
    patience.until(() -> Patience.quotes(gill.ask(question), code));
    return new Took((saved - begun) / 1e6, found, millis(saved));
  }

  /** Saves a page of real prose with this door code, and returns its title. */
  private static String save(RealMediaWiki wiki, int number, String code) throws Exception {
    String town = TOWNS.get(number % TOWNS.size());
    String prose = Files.readString(PROSE.resolve("runbooks/on-call.md")).replace("#", "");
    int half = prose.indexOf("\n\n", prose.length() / 2);
    String title = town + " office";
    wiki.write(
        title,
        "%s\n== The %s office ==\nThe door code of the %s office is %s. Visitors ring at the front desk, so look here before you travel.\n== More ==\n%s"
            .formatted(prose.substring(0, half), town, town, code, prose.substring(half)));
    return title;
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
