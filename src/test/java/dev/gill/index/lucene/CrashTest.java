package dev.gill.index.lucene;

import static dev.gill.index.Samples.EN;
import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it acknowledged, and leaves nothing half done. */
@Tag("slow")
class CrashTest {
  private static final int KILLS = 5;

  private final Random moments = new Random(2026);

  @TempDir private Path folder;

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void whatWasAcknowledgedOutlivesAKill() throws Exception {
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledged = commitUntilKilled(before + 1 + moments.nextInt(60));
      try (IndexEngine engine = LuceneEngine.open(folder, SPACES)) {
        int last = CommitLoop.last(engine);
        assertThat(last).isBetween(acknowledged, acknowledged + 1);
        requireSameAsWithoutCrash(engine, last);
        before = last;
      }
    }
  }

  /** The last number that the process acknowledged. */
  private int commitUntilKilled(int target) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CommitLoop.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("\\d+")) {
          acknowledged = Integer.parseInt(line);
        }
        if (acknowledged == target) {
          killSoon(process);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(acknowledged)
        .as("the process worked until it was killed")
        .isGreaterThanOrEqualTo(target);
    return acknowledged;
  }

  /** At a moment within the next few commits; by its handle, so that its output can be read on. */
  private void killSoon(Process process) {
    CompletableFuture.delayedExecutor(moments.nextInt(30_000), TimeUnit.MICROSECONDS)
        .execute(() -> process.toHandle().destroyForcibly());
  }

  private static void requireSameAsWithoutCrash(IndexEngine engine, int last) {
    try (IndexEngine expected = new MemoryEngine()) {
      for (int number = 1; number <= last; number++) {
        expected.commit(CommitLoop.changeset(number));
      }
      try (Snapshot present = engine.snapshot();
          Snapshot wanted = expected.snapshot()) {
        assertThat(present.ledger(WIKI)).isEqualTo(wanted.ledger(WIKI));
        List<DocId> documents = wanted.documents(WIKI);
        assertThat(present.documents(WIKI)).isEqualTo(documents);
        for (DocId id : documents) {
          StoredDocument document = wanted.document(id).orElseThrow();
          assertThat(present.document(id)).contains(document);
          document.chunks().forEach(chunk -> requireFound(present, chunk));
        }
      }
    }
  }

  private static void requireFound(Snapshot present, Chunk chunk) {
    Space space = chunk.language() == Language.ENGLISH ? EN : ZH;
    Fingerprint fingerprint = chunk.fingerprint();
    assertThat(present.vectors(space, Set.of(fingerprint)).get(fingerprint))
        .isEqualTo(Samples.vector(space, chunk.text()));
    assertThat(
            Samples.texts(present.search(Samples.words(chunk.text()), Samples.member("staff"), 99)))
        .contains(chunk.text());
  }
}
