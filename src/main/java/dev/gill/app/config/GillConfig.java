package dev.gill.app.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that can be configured under {@code gill.}; {@code config/application.properties} explains
 * it.
 */
public interface GillConfig {
  /** The folder that holds the index and the clones of repositories. */
  @WithDefault("data")
  Path data();

  /** The folder that holds a folder for each embedding model. */
  @WithDefault("models")
  Path models();

  /** Whether it is kept what people say of answers. */
  @WithDefault("false")
  boolean feedback();

  /** What is followed, by name; with none, the sample team's folder. */
  Map<String, SourceConfig> sources();

  /** How answers are made. */
  AnswerConfig answer();

  /** How texts are embedded. */
  EmbedConfig embed();

  /** Who may read what. */
  AccessConfig access();

  /** The members of groups, by the group's name: e-mail addresses, or accounts as realm:id. */
  Map<String, List<String>> groups();

  /** How it is reached. */
  HttpConfig http();

  /** One source. */
  interface SourceConfig {
    /** {@code folder} or {@code git}. */
    String type();

    /** The folder, or a local repository. */
    Optional<String> path();

    /** The repository's URL, where it is not local. */
    Optional<String> url();

    /** The branch; the repository's default one if absent. */
    Optional<String> branch();

    /** The folder within the repository; all of it if absent. */
    Optional<String> folder();

    /**
     * Where the team reads a document: {@code {path}}, {@code {commit}}, {@code {line}}, {@code
     * {page}} are filled in.
     */
    Optional<String> link();

    /** {@code everyone}, or names of groups. */
    @WithDefault("everyone")
    String audience();

    /** Globs of what is read; all that has a known format if absent. */
    Optional<List<String>> include();

    /** Globs of what is not read. */
    Optional<List<String>> exclude();

    /** How often it is looked at when it gives no signal. */
    Optional<Duration> every();

    /** Files above this size become failures. */
    @WithDefault("67108864")
    long maxBytes();

    /**
     * Which links in a folder are followed: {@code within}, those that stay in it, or {@code
     * follow}, all.
     */
    @WithDefault("within")
    String links();

    /** For a repository that asks who is there. */
    Optional<String> username();

    /** A password or token; better given by the environment than in a file. */
    Optional<String> password();
  }

  /** How answers are made. */
  interface AnswerConfig {
    /** {@code none}: answers are quotes. */
    @WithDefault("none")
    String model();
  }

  /** How texts are embedded. */
  interface EmbedConfig {
    /** {@code cpu}, {@code cuda}, or {@code auto}: a GPU if there is one that works. */
    @WithDefault("cpu")
    String device();

    /** Texts embedded at a time; one per core if absent. */
    OptionalInt threads();

    /** The model for a language, where several are described as fit for it. */
    Map<String, String> model();
  }

  /** How it is reached. */
  interface HttpConfig {
    /** Host names under which it answers, besides those of the machine that it runs on. */
    Optional<List<String>> hosts();

    /** How long a request's body may take to come. */
    @WithDefault("10s")
    Duration bodyTimeout();
  }

  /** Who may read what. */
  interface AccessConfig {
    /** Groups that everybody who can reach this Gill is taken to belong to. */
    Optional<List<String>> groups();
  }
}
