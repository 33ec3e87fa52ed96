package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new index is filled while callers ask without a pause and pages are edited. {@code
 * -Dgill.renewal.chunks=30000} says how large it is; then what was measured is printed.
 */
@Tag("slow")
class RenewalLoadTest {
  private static final int CHUNKS = Integer.getInteger("gill.renewal.chunks", 600);
  private static final int CALLERS = 2;
  private static final int SECTIONS = 30;
  private static final Duration A_TEXT = Duration.ofMillis(4);
  private static final Duration IDLE = Duration.ofSeconds(CHUNKS < 2_000 ? 5 : 20);

  /** Far above what is asked of it, since others may use the machine. */
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private Team team;
  private int edit;

  @Test
  @Timeout(3_600)
  void callersNoticeNothing() throws Exception {
    team = new Team(folder);
    int pages = CHUNKS / SECTIONS;
    for (int page = 0; page < pages; page++) {
      team.write("page%04d.md".formatted(page), text(page));
    }
    Figures idle;
    try (House house = team.open(Team.model("old"), Team.model("zh"))) {
      house.breathing().breatheOnce();
    }
    try (House house = team.open(model("old"), Team.model("zh"))) {
      house.start(breath -> {});
      idle = idle(house, pages);
    }
    team.keep("old", A_TEXT);
    List<Long> before = new ArrayList<>();
    List<Long> after = new ArrayList<>();
    Figures during;
    try (House house = team.open(model("new"), Team.model("zh"));
        Callers callers = new Callers(house, pages)) {
      house.start(breath -> {});
      while (house.monitor().rebuilding().isPresent()) {
        before.add(edited(house));
      }
      for (int i = 0; i < 5; i++) {
        after.add(edited(house));
      }
      during = callers.stop();
      assertThat(team.differences(house)).isEmpty();
    }
    assertThat(idle.troubles()).isEmpty();
    assertThat(during.troubles()).isEmpty();
    assertThat(before).isNotEmpty();
    if (System.getProperty("gill.renewal.chunks") != null) {
      System.out.printf(
          "RENEWAL %d chunks. Idle %s. Meanwhile %s. Edits seen before the swap %s, after it %s.%n",
          CHUNKS, idle, during, Figures.millis(before), Figures.millis(after));
    }
  }

  private static GatedEmbedder model(String name) {
    return Team.model(name).working(A_TEXT);
  }

  private static String text(int page) {
    Random random = new Random(page);
    StringBuilder text = new StringBuilder("# Page %d\n".formatted(page));
    for (int section = 0; section < SECTIONS; section++) {
      text.append("\n## Section%dof%d\n\nThe rule".formatted(section, page));
      for (int word = 0; word < 40; word++) {
        text.append(" word").append(random.nextInt(3_000));
      }
      text.append(".\n");
    }
    return text.toString();
  }

  /** How long it took until an edit was found. */
  private long edited(House house) throws Exception {
    edit++;
    String code = "code%d".formatted(edit);
    team.write("edited%d.md".formatted(edit % 10), "parrot", "answers to " + code);
    long begun = System.nanoTime();
    while (Team.found(house, "Who answers to %s?".formatted(code)).stream()
        .noneMatch(text -> text.contains(code))) {
      assertThat(System.nanoTime() - begun).isLessThan(SEEN_WITHIN.toNanos());
    }
    return System.nanoTime() - begun;
  }

  private Figures idle(House house, int pages) throws Exception {
    long end = System.nanoTime() + IDLE.toNanos();
    try (Callers callers = new Callers(house, pages)) {
      while (System.nanoTime() < end) {
        edited(house);
      }
      return callers.stop();
    }
  }

  /** What callers found, in nanoseconds. */
  private record Figures(List<Long> times, List<String> troubles) {
    static String millis(List<Long> times) {
      List<Long> sorted = times.stream().sorted().toList();
      return "%d: p50 %d ms, p99 %d ms, most %d ms"
          .formatted(
              sorted.size(),
              sorted.get(sorted.size() / 2) / 1_000_000,
              sorted.get(sorted.size() * 99 / 100) / 1_000_000,
              sorted.getLast() / 1_000_000);
    }

    @Override
    public String toString() {
      return millis(times);
    }
  }

  /** People who ask without a pause. */
  private static final class Callers implements AutoCloseable {
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads;

    Callers(House house, int pages) {
      threads =
          IntStream.range(0, CALLERS)
              .mapToObj(seed -> Thread.ofPlatform().start(() -> ask(house, pages, seed)))
              .toList();
    }

    private void ask(House house, int pages, int seed) {
      Random random = new Random(seed);
      while (!stopped.get()) {
        int page = random.nextInt(pages);
        String question =
            "What is the rule of Section%dof%d?".formatted(random.nextInt(SECTIONS), page);
        long begun = System.nanoTime();
        try {
          house.answerer().answer(new Question(question, Reader.anyone()));
          times.add(System.nanoTime() - begun);
          if (Team.found(house, question).isEmpty()) {
            troubles.add(question + " finds nothing");
          }
        } catch (InterruptedException | RuntimeException e) {
          troubles.add(question + " fails: " + e);
        }
      }
    }

    Figures stop() {
      close();
      return new Figures(List.copyOf(times), List.copyOf(troubles));
    }

    @Override
    public void close() {
      stopped.set(true);
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
