package dev.gill.bench;

import dev.gill.lab.campaign.ChatServer;
import dev.gill.lab.campaign.GillProcess;
import dev.gill.lab.campaign.SignedEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Messages that answer a question in a room, until an answer of the built application quotes them.
 * The clock runs from when the server has taken the message, as its author sees it.
 */
final class ChatMessages {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Path PROSE = Path.of("config", "sample-team");
  private static final int OTHERS = 100;
  private static final int WARM_UP = 4;
  private static final int PAUSE_MILLIS = 1000;
  private static final String ASKS = "mira";
  private static final String ANSWERS = "jonas";
  private static final List<String> TOWNS =
      List.of(
          "Vigo", "Trieste", "Leuven", "Tromso", "Porto", "Basel", "Namur", "Bergen", "Graz",
          "Turku", "Ghent", "Malaga", "Lublin", "Varna", "Aarhus", "Split", "Tartu", "Evora",
          "Nantes", "Kassel", "Bari", "Delft", "Cork", "Oulu");

  private final Path work;
  private final String name;
  private final int count;
  private final Progress progress;
  private final Random random = new Random(3);
  private final List<Mark> marks = new ArrayList<>();

  /** What one message took, in milliseconds. */
  private record Took(double found, double answered) {}

  ChatMessages(Path work, String name, int count, Progress progress) {
    this.work = work;
    this.name = name;
    this.count = count;
    this.progress = progress;
  }

  List<Table> run() throws Exception {
    if (!Files.isRegularFile(JAR)) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    try (ChatServer chat = ChatServer.start(name, List.of(ASKS, ANSWERS))) {
      String room = chat.room("offices", true);
      chat.invite(room, ANSWERS);
      talk(chat, room);
      List<Row> rows = new ArrayList<>();
      if (chat.secret().isEmpty()) {
        rows.add(
            row("a request that waits at the server", messages(chat, room, "office", "60s", "")));
      } else {
        rows.add(row("events", messages(chat, room, "office", "60s", chat.secret())));
        rows.add(row("a look each second", messages(chat, room, "warehouse", "1s", "")));
      }
      return List.of(new Table("message taken by %s to answered".formatted(name), rows));
    }
  }

  List<Mark> marks() {
    return marks;
  }

  List<String> notes() {
    return List.of(
        name.equals("slack")
            ? "An emulator of Slack, whose events are signed and posted here; by default a channel without events is looked at each 30 s, which adds 15 s on average and 30 s at most."
            : "A real Synapse on this machine. Gill always has a request wait there, so there is no polling to measure.",
        "The server and the built application share the processors with whoever asks.");
  }

  /** What else is said there. */
  private static void talk(ChatServer chat, String room) throws Exception {
    String prose = Files.readString(PROSE.resolve("runbooks/deploy.md")).replace("#", "");
    for (int i = 0; i < OTHERS; i++) {
      String asked = "Is this still true, number %d? %s".formatted(i, prose.substring(i, i + 200));
      String root = chat.say(ASKS, room, asked, Optional.empty());
      chat.say(ANSWERS, room, prose.substring(200 + i, 400 + i), Optional.of(root));
    }
  }

  private Row row(String how, List<Took> took) {
    Samples answered = new Samples(took.stream().mapToDouble(Took::answered).toArray());
    Samples found = new Samples(took.stream().mapToDouble(Took::found).toArray());
    marks.add(Mark.atMost(how + ", p50 ms", answered.median(), 3000, 1000));
    marks.add(Mark.atMost(how + ", p99 ms", answered.percentile(99), 6000, 3000));
    return Row.of(how)
        .with("found p50 ms", found.median())
        .with("found p99 ms", found.percentile(99))
        .with(answered, "ms");
  }

  private List<Took> messages(
      ChatServer chat, String room, String place, String every, String secret) throws Exception {
    chat.events(_ -> {}); // whom they went to before is gone
    List<String> roots = new ArrayList<>();
    for (String town : TOWNS) {
      String asked = "Does anybody know the door code of the %s %s?".formatted(town, place);
      roots.add(chat.say(ASKS, room, asked, Optional.empty()));
    }
    Map<String, String> settings = new HashMap<>(chat.settings());
    settings.put("every", every);
    if (name.equals("slack")) {
      settings.put("audience", "everyone");
      settings.put("rescan-every", "1d");
      settings.put("members-every", "5m");
    }
    Path home = work.resolve("every" + every);
    try (GillProcess gill = GillProcess.start(home, JAR, Path.of("models"), settings, secret);
        SignedEvents events = new SignedEvents(gill.hook(), secret)) {
      chat.events(secret.isEmpty() ? _ -> {} : events::post);
      gill.awaitInStep(Instant.EPOCH);
      List<Took> took = new ArrayList<>();
      for (int i = 0; i < count + WARM_UP; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + random.nextInt(PAUSE_MILLIS)));
        Took one =
            message(
                chat,
                gill,
                room,
                "%s %s".formatted(TOWNS.get(i % TOWNS.size()), place),
                roots.get(i % roots.size()));
        if (i >= WARM_UP) {
          took.add(one);
        }
      }
      progress.say("%s each %s: %d messages are answered from".formatted(name, every, count));
      return took;
    }
  }

  /** Of a house that was never spoken of but in one question. */
  private Took message(ChatServer chat, GillProcess gill, String room, String house, String root)
      throws Exception {
    String code = Integer.toString(100_000_000 + random.nextInt(900_000_000));
    String text = "The door code of the %s is %s.".formatted(house, code);
    chat.say(ANSWERS, room, text, Optional.of(root));
    long said = System.nanoTime();
    Patience patience = new Patience(said, text);
    String key = "%s/%s".formatted(room, root);
    patience.until(() -> gill.document(key).path("text").asText().contains(code));
    double found = (System.nanoTime() - said) / 1e6;
    String question = "What is the door code of the %s?".formatted(house);
    patience.until(() -> Patience.quotes(gill.ask(question), code));
    return new Took(found, (System.nanoTime() - said) / 1e6);
  }
}
