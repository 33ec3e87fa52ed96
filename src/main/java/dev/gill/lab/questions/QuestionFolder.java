package dev.gill.lab.questions;

import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;

/** A folder with a team's documents in {@code docs/} and questions in {@code questions.jsonl}. */
public record QuestionFolder(Path folder) {
  private static final SourceId SOURCE = new SourceId("docs");
  private static final String QUESTIONS = "questions.jsonl";

  /** Whether a folder is one. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(QUESTIONS)) && Files.isDirectory(docs(folder));
  }

  private static Path docs(Path folder) {
    return folder.resolve("docs");
  }

  /** What it is called. */
  public String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /** Its questions. */
  public List<Asked> questions() throws IOException {
    return QuestionFile.read(folder.resolve(QUESTIONS));
  }

  /** Takes its documents in as the house does, into an index in an empty folder. */
  public IndexEngine index(Embedders embedders, Engines engines, Path place)
      throws InterruptedException {
    Clock clock = Clock.systemUTC();
    IndexEngine engine = engines.open(place, new HashSet<>(embedders.spaces().values()));
    try {
      FolderSettings settings = FolderSettings.of(SOURCE, docs(folder));
      Followed followed =
          new Followed(
              new FolderSource(settings, Formats::known, clock),
              "folder",
              FolderSettings.SWEEP_EVERY);
      Intake intake = new Intake(engine, new Formats(), Formats.RECIPE, embedders, clock);
      try (Breathing breathing = new Breathing(List.of(followed), engine, intake, clock)) {
        breathing.breatheOnce();
      }
      return engine;
    } catch (RuntimeException | InterruptedException e) {
      engine.close();
      throw e;
    }
  }
}
