package dev.gill.app.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/** Reads the configuration before the service starts, and for commands that need no service. */
public final class ConfigFile {
  /** Where the service and all commands look, relative to where Gill runs. */
  public static final Path DEFAULT = Path.of("config", "application.properties");

  private ConfigFile() {}

  /**
   * Reads a file, overruled by the environment and by system properties.
   *
   * @throws ConfigException if the file cannot be read, or says something that Gill does not know
   */
  public static SmallRyeConfig read(Path file) {
    try {
      SmallRyeConfigBuilder builder =
          new SmallRyeConfigBuilder()
              .withMapping(GillConfig.class)
              .withSources(new SysPropConfigSource(), new EnvConfigSource())
              .addDefaultInterceptors()
              .addDiscoveredConverters();
      if (Files.exists(file)) {
        builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), 260));
      }
      return builder.build();
    } catch (IOException e) {
      throw new ConfigException("The configuration %s cannot be read: %s.".formatted(file, e.getMessage()), e);
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
      throw new ConfigException("The configuration %s is not right: %s".formatted(file, plain(e)), e);
    }
  }

  private static String plain(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("SRCFG\\d+:\\s*", "");
  }
}
