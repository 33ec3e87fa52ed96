package dev.gill.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs edits in one condition after another. */
final class FreshPhases {
  /**
   * What came of one condition.
   *
   * @param cpuMillis processor time of the whole process for each edit, pauses included
   */
  record Outcome(String name, List<Edits.Took> edits, List<Long> askers, double cpuMillis) {}

  private static final int WARM_UP = 5;
  private static final int PAUSE_MILLIS = 400;

  private final FreshHouse house;
  private final List<String> questions;
  private final int callers;
  private final int count;
  private final Random random = new Random(7);
  private final Progress progress;

  FreshPhases(FreshHouse house, List<String> questions, int callers, int count, Progress progress) {
    this.house = house;
    this.questions = questions;
    this.callers = callers;
    this.count = count;
    this.progress = progress;
  }

  /** Edits alone. */
  Outcome quiet(String name, Edits edits) throws IOException, InterruptedException {
    progress.say("editing: " + name);
    List<Edits.Took> took = new ArrayList<>();
    long cpu = 0;
    for (int i = 0; i < count + WARM_UP; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(PAUSE_MILLIS)));
      cpu = i == WARM_UP ? processorNanos() : cpu;
      Edits.Took one = edits.edit(i);
      if (i >= WARM_UP) {
        took.add(one);
      }
    }
    Samples answered = new Samples(took.stream().mapToDouble(Edits.Took::answered).toArray());
    progress.say(
        "%s: p50 %.0f ms, p99 %.0f ms".formatted(name, answered.median(), answered.percentile(99)));
    double cpuMillis = (processorNanos() - cpu) / 1e6 / count;
    return new Outcome(name, took, List.of(), cpuMillis);
  }

  /** Edits while callers ask. */
  Outcome asked(String name, Edits edits) throws IOException, InterruptedException {
    try (Askers askers = Askers.start(house.answerer(), questions, callers)) {
      Outcome outcome = quiet(name, edits);
      return new Outcome(name, outcome.edits(), askers.nanos(), outcome.cpuMillis());
    }
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Pages of real prose below a folder of the house, each about one of four towns. */
  List<EditedPage> pages(String source, String... towns) throws IOException {
    Path folder = house.folder(source).resolve("edited");
    Path real = Path.of("config", "sample-team");
    List<EditedPage> pages =
        List.of(
            EditedPage.of(real.resolve("runbooks/deploy.md"), folder.resolve("a.md"), towns[0]),
            EditedPage.of(real.resolve("runbooks/on-call.md"), folder.resolve("b.md"), towns[1]),
            EditedPage.of(real.resolve("handbook/expenses.md"), folder.resolve("c.md"), towns[2]),
            EditedPage.of(real.resolve("onboarding.md"), folder.resolve("d.md"), towns[3]));
    for (EditedPage page : pages) {
      page.save("0");
    }
    return pages;
  }
}
