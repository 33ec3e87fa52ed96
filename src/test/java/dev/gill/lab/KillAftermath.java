package dev.gill.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Space;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import dev.gill.sync.Breathing;
import dev.gill.sync.SourceStatus;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Opens an index whose writer was killed, and requires that nothing is lost and nothing doubled.
 */
final class KillAftermath {
  private static final Pattern GIT =
      Pattern.compile("(?:.*\\.\\.)?(?<target>[0-9a-f]{40})(?:#(?<last>.*))?");

  /** What was found, for people. */
  record Found(String cursor, long documents, int embedded, long inTheEnd) {}

  private final KillSetup setup;
  private final ReplayedHistory history;
  private final Embedders models;
  private final Expectation expectation;

  KillAftermath(KillSetup setup, ReplayedHistory history, Embedders models) {
    this.setup = setup;
    this.history = history;
    this.models = models;
    this.expectation = new Expectation(new Formats(), history);
  }

  /** Goes on from where the process died to the commit that is there now. */
  Found check(KillLife life, RevCommit now) throws InterruptedException {
    try (IndexEngine engine = setup.open(models)) {
      SourceLedger ledger = requireSound(engine, life);
      int embedded = finish(engine);
      try (Snapshot index = engine.snapshot();
          IndexEngine rebuilt =
              Rebuild.of(
                  List.of(setup.followed()),
                  new Formats(),
                  Formats.RECIPE,
                  models,
                  Clock.systemUTC());
          Snapshot rebuild = rebuilt.snapshot()) {
        assertThat(Verification.of(index, rebuild, models.spaces()).differences()).isEmpty();
        assertThat(expectation.miss(index, KillSetup.SOURCE, files(now))).isEmpty();
        requireWhole(index);
        return new Found(
            cursor(ledger).orElse("none"),
            ledger.documents(),
            embedded,
            index.documents(KillSetup.SOURCE).size());
      }
    }
  }

  /** Brings an index that nobody writes to now in step. */
  void bringInStep() throws InterruptedException {
    try (IndexEngine engine = setup.open(models)) {
      finish(engine);
    }
  }

  /** The cursor that an index holds that nobody writes to now. */
  Optional<String> cursor() {
    try (IndexEngine engine = setup.open(models);
        Snapshot snapshot = engine.snapshot()) {
      return cursor(snapshot.ledger(KillSetup.SOURCE));
    }
  }

  private static Optional<String> cursor(SourceLedger ledger) {
    return ledger.checkpoint().map(checkpoint -> checkpoint.cursor().value());
  }

  private Map<String, ObjectId> files(RevCommit commit) {
    return new HashMap<>(history.files(commit, Formats::known));
  }

  /** As it was left, before anything is mended. */
  private SourceLedger requireSound(IndexEngine engine, KillLife life) {
    try (Snapshot index = engine.snapshot()) {
      SourceLedger ledger = index.ledger(KillSetup.SOURCE);
      assertThat(cursor(ledger)).isIn(life.possible());
      requireWhole(index);
      if (setup.way() == Replay.Way.GIT) {
        cursor(ledger).ifPresent(cursor -> requireNotBehind(index, cursor));
      }
      return ledger;
    }
  }

  /** Every document once, its chunks in order without overlap, each with its vector. */
  private void requireWhole(Snapshot index) {
    List<DocId> documents = index.documents(KillSetup.SOURCE);
    assertThat(documents).doesNotHaveDuplicates();
    long chunks = 0;
    for (DocId doc : documents) {
      StoredDocument stored = index.document(doc).orElseThrow();
      int end = 0;
      for (Chunk chunk : stored.chunks()) {
        assertThat(chunk.start()).as("%s overlaps", doc).isGreaterThanOrEqualTo(end);
        end = chunk.end();
        assertThat(stored.text().substring(chunk.start(), end)).isEqualTo(chunk.text());
        Space space = models.of(chunk.language()).space();
        assertThat(index.vectors(space, Set.of(chunk.fingerprint()))).hasSize(1);
      }
      chunks += stored.chunks().size();
    }
    SourceLedger ledger = index.ledger(KillSetup.SOURCE);
    assertThat(ledger.documents()).isEqualTo(documents.size());
    assertThat(ledger.chunks()).isEqualTo(chunks);
    assertThat(ledger.failures()).noneMatch(failure -> documents.contains(failure.doc()));
  }

  /** What the cursor says is taken in stands there, unless a later commit has deleted it. */
  private void requireNotBehind(Snapshot index, String cursor) {
    Matcher matcher = GIT.matcher(cursor);
    assertThat(matcher.matches()).as(cursor).isTrue();
    RevCommit target =
        history.commits().stream()
            .filter(commit -> commit.name().equals(matcher.group("target")))
            .findFirst()
            .orElseThrow();
    Map<String, ObjectId> standing = files(target);
    standing.keySet().removeIf(path -> isGone(index, path) && isDeletedAfter(target, path));
    Optional<String> last = Optional.ofNullable(matcher.group("last"));
    standing.forEach(
        (path, content) -> {
          if (last.isEmpty() || path.compareTo(last.get()) <= 0) {
            assertThat(text(index, path))
                .as("%s at %s", path, cursor)
                .isEqualTo(text(path, content));
          }
        });
    if (last.isEmpty()) {
      assertThat(expectation.miss(index, KillSetup.SOURCE, standing)).as(cursor).isEmpty();
    }
  }

  private static boolean isGone(Snapshot index, String path) {
    return index.document(new DocId(KillSetup.SOURCE, path)).isEmpty();
  }

  /** What is gone is committed before what is new beside it is embedded, and the cursor moves. */
  private boolean isDeletedAfter(RevCommit target, String path) {
    List<RevCommit> commits = history.commits();
    return commits.subList(commits.indexOf(target) + 1, commits.size()).stream()
        .anyMatch(commit -> !files(commit).containsKey(path));
  }

  private static Optional<String> text(Snapshot index, String path) {
    return index.document(new DocId(KillSetup.SOURCE, path)).map(StoredDocument::text);
  }

  private Optional<String> text(String path, ObjectId content) {
    try {
      return Optional.of(new Formats().parse(Content.file(path, history.read(content))).text());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private int finish(IndexEngine engine) throws InterruptedException {
    AtomicInteger embedded = new AtomicInteger();
    try (Breathing breathing = setup.breathing(engine, models)) {
      breathing.onBreath(breath -> embedded.addAndGet(breath.embedded()));
      breathing.breatheOnce();
      SourceStatus status = breathing.sources().getFirst();
      assertThat(status.trouble()).isEmpty();
      assertThat(status.state()).isEqualTo(SourceStatus.State.IN_STEP);
    }
    return embedded.get();
  }
}
