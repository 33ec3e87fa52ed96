package dev.gill.app.config;

import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswers;
import dev.gill.parse.formats.Formats;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Redaction;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.sync.Discretion;
import dev.gill.sync.Followed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes sources of their configuration. */
public final class Sources {
  private static final String MASK = "mask-secrets";
  private static final Path SAMPLE = Path.of("config", "sample-team");

  private final GillConfig config;
  private final InstantSource clock;
  private final SortedMap<String, Map<String, String>> written;

  /** Nothing is read yet. */
  public Sources(GillConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.written =
        sampleOnly(config)
            ? new TreeMap<>(Map.of("sample", Map.of("type", "folder", "path", SAMPLE.toString())))
            : config.sources();
  }

  /**
   * One source apart from any configuration.
   *
   * @param written its settings, the type among them
   * @param data where it keeps what it notes
   * @throws ConfigException if it is not configured rightly
   */
  public static Followed alone(
      String name, Map<String, String> written, Path data, InstantSource clock) {
    SourceType type = SourceTypes.named(name, Optional.ofNullable(written.get("type")));
    Map<String, String> others = new TreeMap<>(written);
    others.remove("type");
    SourceContext surroundings = new SourceContext(data, Formats::known, clock);
    MadeSource made =
        saying(name, () -> type.make(new Settings(new SourceId(name), others), surroundings));
    return followed(made, type);
  }

  /** Whether nothing is configured, so that the sample team's folder is followed. */
  public static boolean sampleOnly(GillConfig config) {
    return config.sources().isEmpty();
  }

  /** The names of the sources, be they configured rightly or not. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(written.keySet()));
  }

  /**
   * The sources in whose documents nothing is masked: {@code mask-secrets=false}.
   *
   * @throws ConfigException if it says neither true nor false
   */
  public Set<SourceId> unmasked() {
    return names().stream()
        .filter(name -> !saying(name, () -> common(name).flag(MASK, true)))
        .map(SourceId::new)
        .collect(Collectors.toSet());
  }

  /**
   * What of documents is not taken in: secrets, and the names of who is forgotten.
   *
   * @throws ConfigException if it cannot be read
   */
  public Discretion discretion() {
    return new Discretion(unmasked(), ForgottenFile.in(config.data()));
  }

  /** What every type has, and none needs to know. */
  private Settings common(String name) {
    Map<String, String> settings = new TreeMap<>(written.get(name));
    settings.keySet().retainAll(Set.of(MASK));
    return new Settings(new SourceId(name), settings);
  }

  /**
   * The sources to follow, in order of name.
   *
   * @throws ConfigException if one is not configured rightly
   */
  public List<Followed> followed() {
    return names().stream().map(this::followed).toList();
  }

  /**
   * What writes verified answers, where a source of them is followed.
   *
   * @throws ConfigException if there are two such sources
   */
  public VerifiedAnswers answers() {
    List<String> verified =
        names().stream().filter(name -> SourceTypes.isVerified(type(name))).toList();
    if (verified.size() > 1) {
      throw new ConfigException(
          "gill.sources has two of type verified, %s; take one of them out."
              .formatted(String.join(" and ", verified)));
    }
    return verified.isEmpty()
        ? VerifiedAnswers.none()
        : SourceTypes.answers(
            settings(verified.getFirst(), type(verified.getFirst())), config.data());
  }

  /**
   * Makes every source once and looks whether local folders are there.
   *
   * @throws ConfigException saying what to change
   */
  public void check() {
    followed().forEach(followed -> followed.source().close());
    answers();
    unmasked();
    if (sampleOnly(config) && !Files.isDirectory(SAMPLE)) {
      throw new ConfigException(
          "the sample team: there is no folder %s; create it or name another."
              .formatted(Redaction.path(SAMPLE)));
    }
    for (String name : names()) {
      SourceType type = type(name);
      saying(
          name,
          () -> {
            type.startable(settings(name, type));
            return type;
          });
    }
  }

  /**
   * Goes the way that following a source goes, and reports each step.
   *
   * @param name one of {@link #names()}
   * @param scratch a folder that is there for this check alone
   */
  public void check(String name, Path scratch, Consumer<CheckStep> report)
      throws InterruptedException {
    SourceType type;
    Settings settings;
    try {
      followed(name).source().close();
      type = type(name);
      settings = settings(name, type);
    } catch (ConfigException e) {
      report.accept(CheckStep.failed("configured", e.getMessage()));
      return;
    }
    report.accept(
        CheckStep.passed(
            "configured", "All settings of type %s can be read.".formatted(type.name())));
    type.check(settings, surroundings(scratch), report);
  }

  private Followed followed(String name) {
    SourceType type = type(name);
    MadeSource made =
        saying(name, () -> type.make(settings(name, type), surroundings(config.data())));
    return followed(made, type);
  }

  private static Followed followed(MadeSource made, SourceType type) {
    SourceId id = made.source().id();
    return new Followed(made.source(), type.name(), made.every(), () -> SourceTypes.traffic(id));
  }

  private SourceType type(String name) {
    return SourceTypes.named(name, Optional.ofNullable(written.get(name).get("type")));
  }

  private Settings settings(String name, SourceType type) {
    Map<String, String> others = new TreeMap<>(written.get(name));
    others.remove("type");
    others.remove(MASK);
    Settings settings = new Settings(new SourceId(name), others);
    settings.only(type.name(), type.settings());
    return settings;
  }

  private SourceContext surroundings(Path data) {
    return new SourceContext(data, Formats::known, clock, PeopleNamed.of(config));
  }

  private static <T> T saying(String name, Supplier<T> step) {
    try {
      return step.get();
    } catch (SettingsException e) {
      throw new ConfigException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.sources.%s: %s".formatted(name, e.getMessage()), e);
    }
  }
}
