package dev.gill.app.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** Reads the configuration before the service starts, and for commands that need no service. */
public final class ConfigFile {
  /** Where the service and all commands look, relative to where Gill runs. */
  public static final Path DEFAULT = Path.of("config", "application.properties");

  /** As Quarkus ranks a file of this name in this place. */
  private static final int ORDINAL = 260;

  private ConfigFile() {}

  /**
   * Reads {@link #DEFAULT}, overruled by the environment and by system properties.
   *
   * @throws ConfigException if the file cannot be read, or says something that Gill does not know
   */
  public static SmallRyeConfig read() {
    SmallRyeConfigBuilder builder = builder().addSystemSources();
    if (Files.exists(DEFAULT)) {
      builder.withSources(new PropertiesConfigSource(properties(), DEFAULT.toString(), ORDINAL));
    }
    return build(builder);
  }

  private static Map<String, String> properties() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(DEFAULT)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "The configuration %s cannot be read (%s); make it a readable UTF-8 properties file."
              .formatted(DEFAULT, e.getMessage()),
          e);
    }
    Map<String, String> read = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
    return read;
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
    return new Configured(read.getConfigMapping(MappedConfig.class, "gill"), Written.of(read));
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
        "The configuration %s is not right: %s.".formatted(DEFAULT, sentence));
  }
}
