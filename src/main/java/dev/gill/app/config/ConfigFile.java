package dev.gill.app.config;

import dev.gill.source.Redaction;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Reads the configuration before the service starts, and for commands that need no service. */
public final class ConfigFile {
  /** Where the service and all commands look, relative to where Gill runs. */
  public static final Path DEFAULT = Path.of("config", "application.properties");

  /** As Quarkus ranks a file of this name in this place. */
  private static final int ORDINAL = 260;

  private static final int MOST_THREADS = 256;
  private static final Set<String> BOOLEANS =
      Set.of("", "true", "false", "yes", "no", "y", "n", "on", "off", "1", "0");
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private ConfigFile() {}

  /**
   * Reads {@link #DEFAULT}, overruled by the environment and by system properties.
   *
   * @throws ConfigException if the file cannot be read, or says something that Gill does not know
   */
  public static SmallRyeConfig read() {
    SmallRyeConfigBuilder builder = builder().addSystemSources();
    checkVariables(System.getenv().keySet());
    if (Files.exists(DEFAULT)) {
      builder.withSources(new PropertiesConfigSource(properties(), DEFAULT.toString(), ORDINAL));
    }
    return build(builder);
  }

  /**
   * Where Gill is configured to listen.
   *
   * @throws ConfigException if that is no number
   */
  public static int port(SmallRyeConfig config) {
    try {
      return config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("quarkus.http.port cannot be read; make it a whole number.");
    }
  }

  static void checkVariables(Set<String> variables) {
    for (String variable : new TreeSet<>(variables)) {
      Names.meantVariable(variable)
          .ifPresent(
              meant -> {
                throw new ConfigException(
                    "The environment's %s is no setting of Gill; did you mean %s?"
                        .formatted(Redaction.name(variable), meant));
              });
    }
  }

  private static Map<String, String> properties() {
    Properties properties = new Properties();
    try (BufferedReader reader = Files.newBufferedReader(DEFAULT)) {
      refuseMark(reader);
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "The configuration %s cannot be read (%s); make it a readable UTF-8 properties file."
              .formatted(DEFAULT, e.getMessage()),
          e);
    }
    Map<String, String> read = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
    checkFeedback(read.get("gill.feedback"));
    for (String name : new TreeSet<>(read.keySet())) {
      Names.meant(name)
          .ifPresent(
              meant -> {
                throw wrong(
                    "%s is no setting of Gill; did you mean %s?"
                        .formatted(Redaction.name(name), Redaction.name(meant)));
              });
    }
    return read;
  }

  /** Whatever else reads the file would take the mark for a part of the first name. */
  private static void refuseMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() == BYTE_ORDER_MARK) {
      throw new ConfigException(
          "The configuration %s begins with a byte-order mark, which hides its first line; save it as UTF-8 without one."
              .formatted(DEFAULT));
    }
    reader.reset();
  }

  /**
   * What a configuration says of Gill.
   *
   * @throws ConfigException if it says something that Gill does not know
   */
  public static GillConfig of(Config config) {
    SmallRyeConfigBuilder builder = builder();
    config.getConfigSources().forEach(builder::withSources);
    return of(build(builder));
  }

  /**
   * What a configuration that was read here says of Gill. Settings of sources are checked when
   * sources are made of them.
   */
  public static GillConfig of(SmallRyeConfig read) {
    MappedConfig mapped = read.getConfigMapping(MappedConfig.class, "gill");
    check(read, mapped);
    return new Configured(mapped, Written.of(read));
  }

  private static void check(SmallRyeConfig read, MappedConfig mapped) {
    int threads = mapped.embed().threads().orElse(1);
    if (threads < 1 || threads > MOST_THREADS) {
      throw wrong(
          "gill.embed.threads is %d; make it a whole number from 1 to %d"
              .formatted(threads, MOST_THREADS));
    }
    checkFeedback(read.getConfigValue("gill.feedback").getValue());
  }

  /** The library takes for false what it does not know. */
  private static void checkFeedback(String written) {
    if (written != null && !BOOLEANS.contains(written.strip().toLowerCase(Locale.ROOT))) {
      throw wrong("gill.feedback cannot be read; make it true or false");
    }
  }

  private static SmallRyeConfigBuilder builder() {
    return new SmallRyeConfigBuilder()
        .withMapping(MappedConfig.class, "gill")
        .withMappingIgnore("gill.called-from")
        .withMappingIgnore("gill.sources.**")
        .addDefaultInterceptors()
        .addDiscoveredConverters();
  }

  private static SmallRyeConfig build(SmallRyeConfigBuilder builder) {
    try {
      return builder.build();
    } catch (ConfigValidationException e) {
      throw wrong(Complaint.sentence(e.getProblem(0).getMessage()));
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
      throw wrong(Complaint.sentence(String.valueOf(e.getMessage())));
    }
  }

  private static ConfigException wrong(String sentence) {
    return new ConfigException(
        "The configuration %s is not right: %s%s"
            .formatted(DEFAULT, sentence, sentence.endsWith("?") ? "" : "."));
  }
}
