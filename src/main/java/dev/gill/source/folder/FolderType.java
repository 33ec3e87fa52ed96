package dev.gill.source.folder;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Redaction;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code folder}. */
public final class FolderType implements SourceType {
  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Set<String> settings() {
    return Set.of("path", "link", "audience", "include", "exclude", "links", "every", "max-bytes");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    FolderSettings read = read(settings);
    return new MadeSource(
        new FolderSource(read, surroundings.readable(), surroundings.clock()), read.sweepEvery());
  }

  @Override
  public void startable(Settings settings) {
    Path root = settings.requiredPath("path");
    if (!Files.isDirectory(root)) {
      throw settings.wrong(
          "path",
          "leads nowhere: there is no folder %s; create it or name another"
              .formatted(Redaction.path(root)));
    }
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    new FolderCheck(read(settings), surroundings.readable(), report).run();
  }

  private static FolderSettings read(Settings settings) {
    return new FolderSettings(
        settings.source(),
        settings.requiredPath("path"),
        settings.text("link").orElse(""),
        settings.audience(),
        settings.list("include"),
        settings.list("exclude"),
        settings.bytes("max-bytes", FolderSettings.MAX_BYTES),
        settings.duration("every").orElse(FolderSettings.SWEEP_EVERY),
        settings.choice(
            "links",
            Map.of("within", LinkPolicy.WITHIN, "follow", LinkPolicy.FOLLOW),
            LinkPolicy.WITHIN));
  }
}
