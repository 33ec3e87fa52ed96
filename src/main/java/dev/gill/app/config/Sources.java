package dev.gill.app.config;

import dev.gill.app.config.GillConfig.SourceConfig;
import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.parse.Formats;
import dev.gill.source.Redaction;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.source.folder.Links;
import dev.gill.source.git.GitCredentials;
import dev.gill.source.git.GitSettings;
import dev.gill.source.git.GitSource;
import dev.gill.sync.Followed;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes sources of their configuration. */
public final class Sources {
  private static final Path SAMPLE = Path.of("config", "sample-team");
  private static final Duration LOCAL = Duration.ofSeconds(5);
  private static final Duration REMOTE = Duration.ofSeconds(60);

  private final GillConfig config;
  private final InstantSource clock;

  /** Nothing is read yet. */
  public Sources(GillConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Whether nothing is configured, so that the sample team's folder is followed. */
  public static boolean sampleOnly(GillConfig config) {
    return config.sources().isEmpty();
  }

  /**
   * The sources to follow, in order of name.
   *
   * @throws ConfigException if one is not configured rightly
   */
  public List<Followed> followed() {
    if (sampleOnly(config)) {
      FolderSettings sample = FolderSettings.of(new SourceId("sample"), SAMPLE);
      return List.of(folder(sample));
    }
    return new TreeMap<>(config.sources())
        .entrySet().stream().map(entry -> followed(entry.getKey(), entry.getValue())).toList();
  }

  /**
   * Makes every source once and looks whether local folders are there.
   *
   * @throws ConfigException saying what to change
   */
  public void check() {
    followed().forEach(followed -> followed.source().close());
    if (sampleOnly(config)) {
      present("the sample team", SAMPLE);
    }
    config
        .sources()
        .forEach(
            (name, source) -> {
              if (source.type().equals("folder")) {
                present("gill.sources." + name + ".path", Path.of(source.path().orElseThrow()));
              }
            });
  }

  private static void present(String what, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConfigException(
          "%s: there is no folder %s; create it or name another."
              .formatted(what, Redaction.path(folder)));
    }
  }

  private Followed followed(String name, SourceConfig source) {
    try {
      return switch (source.type()) {
        case "folder" -> folder(folderSettings(name, source));
        case "git" -> git(name, source);
        default ->
            throw new ConfigException(
                "gill.sources.%s.type is not known; use folder or git.".formatted(name));
      };
    } catch (InvalidPathException e) {
      throw new ConfigException(
          "gill.sources.%s.path is no path on this machine; write one.".formatted(name));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.sources.%s: %s".formatted(name, e.getMessage()));
    }
  }

  private Followed folder(FolderSettings settings) {
    return new Followed(
        new FolderSource(settings, Formats::known, clock), "folder", settings.sweepEvery());
  }

  private FolderSettings folderSettings(String name, SourceConfig source) {
    return new FolderSettings(
        new SourceId(name),
        Path.of(required(name, "path", source.path())),
        source.link().orElse(""),
        audience(name, source),
        source.include().orElse(List.of()),
        source.exclude().orElse(List.of()),
        source.maxBytes(),
        source.every().orElse(FolderSettings.SWEEP_EVERY),
        links(name, source));
  }

  private static Links links(String name, SourceConfig source) {
    return switch (source.links()) {
      case "within" -> Links.WITHIN;
      case "follow" -> Links.FOLLOW;
      default ->
          throw new ConfigException(
              "gill.sources.%s.links=%s is not known; use within or follow."
                  .formatted(name, source.links()));
    };
  }

  private Followed git(String name, SourceConfig source) {
    String location = required(name, "url (or path)", source.url().or(source::path));
    if (links(name, source) == Links.FOLLOW) {
      throw new ConfigException(
          "gill.sources.%s.links=follow is for folders, and links in a Git repository are not followed; take it out, or follow a folder where the repository is checked out."
              .formatted(name));
    }
    GitSettings settings =
        new GitSettings(
            new SourceId(name),
            location,
            source.branch(),
            source.folder().orElse(""),
            source.link().orElse(""),
            audience(name, source),
            source.include().orElse(List.of()),
            source.exclude().orElse(List.of()),
            source.maxBytes(),
            config.data().resolve("git").resolve(name),
            source.password().map(p -> new GitCredentials(source.username().orElse(""), p)));
    return new Followed(
        new GitSource(settings, Formats::known),
        "git",
        source.every().orElse(settings.remote() ? REMOTE : LOCAL));
  }

  private static Audience audience(String name, SourceConfig source) {
    try {
      return Audience.parse(source.audience());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "gill.sources.%s.audience cannot be read; make it everyone, or group names parted by commas."
              .formatted(name));
    }
  }

  private static String required(String name, String key, Optional<String> value) {
    return value.orElseThrow(
        () -> new ConfigException("gill.sources.%s.%s is missing; set it.".formatted(name, key)));
  }
}
