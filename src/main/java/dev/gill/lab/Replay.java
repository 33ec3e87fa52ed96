package dev.gill.lab;

import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.source.Source;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.source.git.GitSettings;
import dev.gill.source.git.GitSource;
import dev.gill.sync.Breath;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Follows a repository through its last commits one by one, on a real index, and checks after each
 * that the index is in step.
 */
public final class Replay {
  /**
   * Looks at a folder until all that was written is seen; more than a few mean that something is
   * lost.
   */
  private static final int LOOKS = 20;

  private static final SourceId SOURCE = new SourceId("replay");

  /** How the repository is followed. */
  public enum Way {
    /** As a Git repository. */
    GIT,
    /** As a folder into which each commit is checked out. */
    FOLDER
  }

  private final Way way;
  private final Embedders embedders;
  private final Engines engines;
  private final Path work;
  private final Clock clock = Clock.systemUTC();
  private final Predicate<String> readable = Formats::known;
  private final Onlooker onlooker;
  private final Set<DocId> changed = new LinkedHashSet<>();
  private int embedded;
  private int whole;

  /** A replay in an empty work folder. */
  public Replay(Way way, Embedders embedders, Engines engines, Path work) {
    this(way, embedders, engines, work, Onlooker.NOBODY);
  }

  /** A replay in an empty work folder, with somebody looking on. */
  public Replay(Way way, Embedders embedders, Engines engines, Path work, Onlooker onlooker) {
    this.way = way;
    this.onlooker = onlooker;
    this.embedders = embedders;
    this.engines = engines;
    this.work = work;
  }

  /** Takes in the commit before the last {@code most} ones, and then each of them. */
  public ReplayReport run(String repository, int most) throws InterruptedException {
    Path clone = work.resolve("repository");
    try (ReplayedHistory history = ReplayedHistory.clone(repository, clone, most);
        IndexEngine engine =
            engines.open(work.resolve("index"), new HashSet<>(embedders.spaces().values()))) {
      Intake intake = new Intake(engine, new Formats(), Formats.RECIPE, embedders, clock);
      move(history, history.commits().getFirst());
      try (Breathing breathing = new Breathing(List.of(followed(clone)), engine, intake, clock)) {
        breathing.onBreath(this::count);
        return run(history, engine, breathing, clone);
      }
    }
  }

  private ReplayReport run(
      ReplayedHistory history, IndexEngine engine, Breathing breathing, Path clone)
      throws InterruptedException {
    Expectation expectation = new Expectation(new Formats(), history);
    List<ReplayReport.Step> steps = new ArrayList<>();
    List<String> outOfStep = new ArrayList<>();
    for (RevCommit commit : history.commits()) {
      move(history, commit);
      Map<String, ObjectId> files = history.files(commit, readable);
      embedded = 0;
      whole = 0;
      changed.clear();
      long begun = System.nanoTime();
      Optional<String> miss = Optional.of("not looked at");
      long took = 0;
      for (int look = 0; look < LOOKS && miss.isPresent(); look++) {
        breathing.breatheOnce();
        took = System.nanoTime() - begun;
        miss = miss(engine, expectation, files);
      }
      miss.ifPresent(what -> outOfStep.add(commit.name() + ": " + what));
      steps.add(new ReplayReport.Step(embedded, whole, Duration.ofNanos(took)));
      try (Snapshot now = engine.snapshot()) {
        onlooker.taken(Set.copyOf(changed), now);
      }
    }
    try (Snapshot index = engine.snapshot();
        IndexEngine rebuilt =
            Rebuild.of(List.of(followed(clone)), new Formats(), Formats.RECIPE, embedders, clock);
        Snapshot rebuild = rebuilt.snapshot()) {
      SourceLedger ledger = index.ledger(SOURCE);
      Verification verification = Verification.of(index, rebuild, embedders.spaces());
      return new ReplayReport(
          ledger.documents(),
          ledger.chunks(),
          steps.getFirst(),
          steps.subList(1, steps.size()),
          outOfStep,
          verification);
    }
  }

  private void move(ReplayedHistory history, RevCommit commit) {
    switch (way) {
      case GIT -> history.point(commit);
      case FOLDER -> history.checkOut(commit);
    }
  }

  private static Optional<String> miss(
      IndexEngine engine, Expectation expectation, Map<String, ObjectId> files) {
    try (Snapshot snapshot = engine.snapshot()) {
      return expectation.miss(snapshot, SOURCE, files);
    }
  }

  private Followed followed(Path clone) {
    Source source =
        switch (way) {
          case GIT -> new GitSource(git(clone), readable);
          case FOLDER -> new FolderSource(FolderSettings.of(SOURCE, clone), readable, clock);
        };
    return new Followed(source, "replay", Duration.ofSeconds(1));
  }

  private static GitSettings git(Path clone) {
    return new GitSettings(
        SOURCE,
        clone.toString(),
        Optional.of(ReplayedHistory.BRANCH),
        "",
        "",
        new Audience.Everyone(),
        List.of(),
        List.of(),
        GitSettings.MAX_BYTES,
        clone.resolveSibling("unused"),
        Optional.empty());
  }

  private void count(Breath breath) {
    embedded += breath.embedded();
    whole += breath.chunks();
    if (breath.kind() == Breath.Kind.UPSERTED) {
      changed.add(breath.doc());
    }
  }
}
