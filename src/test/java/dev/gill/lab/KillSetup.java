package dev.gill.lab;

import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Audience;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.source.Source;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.source.git.GitSettings;
import dev.gill.source.git.GitSource;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is followed and where the index lies, alike in the process that is killed and in the one
 * that looks afterwards.
 *
 * @param real whether the real models embed, or a stand-in
 */
record KillSetup(Replay.Way way, Path team, Path index, boolean real) {
  static final SourceId SOURCE = new SourceId("team");

  static KillSetup of(String[] args) {
    return new KillSetup(
        Replay.Way.valueOf(args[0]),
        Path.of(args[1]),
        Path.of(args[2]),
        Boolean.parseBoolean(args[3]));
  }

  List<String> args() {
    return List.of(way.name(), team.toString(), index.toString(), Boolean.toString(real));
  }

  Embedders models() {
    if (real) {
      return new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open();
    }
    return new Embedders(
        Map.of(
            Language.ENGLISH, new HashEmbedder("hash-en", 64),
            Language.CHINESE, new HashEmbedder("hash-zh", 48)));
  }

  IndexEngine open(Embedders models) {
    return LuceneEngine.open(index, new HashSet<>(models.spaces().values()));
  }

  Breathing breathing(IndexEngine engine, Embedders models) {
    Clock clock = Clock.systemUTC();
    Intake intake = new Intake(engine, new Formats(), Formats.RECIPE, models, clock);
    return new Breathing(List.of(followed()), engine, intake, clock);
  }

  /** A new one each time, as after a restart. */
  Followed followed() {
    Source source =
        switch (way) {
          case GIT -> new GitSource(git(), Formats::known);
          case FOLDER ->
              new FolderSource(FolderSettings.of(SOURCE, team), Formats::known, Clock.systemUTC());
        };
    return new Followed(source, way.name(), Duration.ofMillis(20));
  }

  private GitSettings git() {
    return new GitSettings(
        SOURCE,
        team.toString(),
        Optional.of(ReplayedHistory.BRANCH),
        "",
        "",
        new Audience.Everyone(),
        List.of(),
        List.of(),
        GitSettings.MAX_BYTES,
        team.resolveSibling("unused"),
        Optional.empty());
  }
}
