package dev.gill.lab.campaign;

import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Does random things to a real server while a Gill follows it, kills that and stops the server in
 * between, and looks at the end whether the index is what a rebuild would hold and what was done.
 */
public final class Campaign {
  private static final int PAUSE_MILLIS = 60;
  private static final int KILL_WITHIN_MILLIS = 1500;
  private static final int DOWN_MILLIS = 3000;

  private final Path work;
  private final Path jar;
  private final Path models;
  private final Engines engines;
  private final Consumer<String> progress;

  /**
   * @param work an empty folder
   * @param jar of the built application
   * @param progress gets a line now and then
   */
  public Campaign(Path work, Path jar, Path models, Engines engines, Consumer<String> progress) {
    this.work = work;
    this.jar = jar;
    this.models = models;
    this.engines = engines;
    this.progress = progress;
  }

  /**
   * Runs one.
   *
   * @param name one of {@link Terrains#NAMES}
   */
  public CampaignReport run(String name, CampaignPlan plan) throws Exception {
    long begun = System.nanoTime();
    Random random = new Random(plan.seed());
    try (Terrain terrain = Terrains.start(name, work.resolve("server"));
        GillProcess gill =
            GillProcess.start(
                work.resolve("gill"), jar, models, terrain.settings(), terrain.secret());
        SignedEvents events = new SignedEvents(gill.hook(), terrain.secret())) {
      terrain.events(events::post);
      Map<String, Integer> done = act(terrain, gill, plan, random);
      progress.accept("all is done; waiting until Gill must know it");
      gill.awaitInStep(Instant.now().plusSeconds(terrain.knownAfterSeconds()));
      gill.stop();
      GillProcess.Verified verified = gill.verify();
      return new CampaignReport(
          name,
          plan,
          done,
          terrain.documents().size(),
          Duration.ofNanos(System.nanoTime() - begun),
          verified.said(),
          verified.code() == 0,
          differences(terrain, gill),
          gill.complaints());
    }
  }

  private List<String> differences(Terrain terrain, GillProcess gill) {
    Path index = gill.home().resolve("data").resolve("index");
    try (IndexEngine engine = engines.reading(index);
        Snapshot snapshot = engine.snapshot()) {
      return Comparison.of(snapshot, terrain.documents(), terrain.people());
    }
  }

  private Map<String, Integer> act(
      Terrain terrain, GillProcess gill, CampaignPlan plan, Random random) throws Exception {
    Set<Integer> kills = moments(plan.kills(), plan.operations(), random);
    Set<Integer> stops = moments(plan.stops(), plan.operations(), random);
    Map<String, Integer> done = new TreeMap<>();
    for (int i = 0; i < plan.operations(); i++) {
      Act act = chosen(terrain.possible(), random);
      terrain.perform(act, random);
      done.merge(act.name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
      rest(random.nextInt(PAUSE_MILLIS));
      if (stops.contains(i)) {
        terrain.stop();
        rest(random.nextInt(DOWN_MILLIS));
        terrain.start(random);
      }
      if (kills.contains(i)) {
        rest(random.nextInt(KILL_WITHIN_MILLIS));
        gill.kill();
        gill.start();
      }
      if (i % 100 == 99) {
        progress.accept("%d operations are done".formatted(i + 1));
      }
    }
    return done;
  }

  private static Act chosen(Set<Act> possible, Random random) {
    int all = possible.stream().mapToInt(Act::weight).sum();
    int at = random.nextInt(all);
    for (Act act : possible) {
      at -= act.weight();
      if (at < 0) {
        return act;
      }
    }
    throw new IllegalStateException("nothing is possible");
  }

  private static Set<Integer> moments(int count, int operations, Random random) {
    Set<Integer> moments = new HashSet<>();
    while (moments.size() < Math.min(count, operations)) {
      moments.add(random.nextInt(operations));
    }
    return moments;
  }

  private static void rest(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
