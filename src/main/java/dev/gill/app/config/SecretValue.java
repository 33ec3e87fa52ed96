package dev.gill.app.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret as it is written, or as the first line of a file. */
public final class SecretValue {
  private SecretValue() {}

  /**
   * Reads one; empty if it is given in neither way.
   *
   * @param setting its name, without {@code -file}
   * @throws ConfigException if it is given in both ways or cannot be read; it is not repeated
   */
  public static Optional<String> of(String setting, Optional<String> written, Optional<Path> file) {
    if (written.isPresent() && file.isPresent()) {
      throw new ConfigException(
          "%s-file stands beside %s; take one of the two out.".formatted(setting, setting));
    }
    Optional<String> value = file.map(path -> line(setting, path)).or(() -> written);
    value
        .filter(secret -> secret.isBlank() || secret.strip().chars().anyMatch(c -> c <= ' '))
        .ifPresent(
            _ -> {
              throw new ConfigException(
                  setting + " is empty or holds spaces; give it as one word on one line.");
            });
    return value.map(String::strip);
  }

  private static String line(String setting, Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new ConfigException(
          "%s-file cannot be read; write the path of a file of text that the user Gill runs as may read."
              .formatted(setting),
          e);
    }
  }
}
