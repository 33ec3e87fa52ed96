package dev.gill.app.config;

import dev.gill.ledger.sql.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code gill.trail} and {@code gill.ledger}. */
public final class LedgerSettings {
  private static final String POSTGRES = "jdbc:postgresql:";
  private static final int MOST_DAYS = 3650;
  private static final Pattern SECRET =
      Pattern.compile("[?&](user|password)=|//[^/]*@", Pattern.CASE_INSENSITIVE);

  private LedgerSettings() {}

  /**
   * How many days questions are kept; 0 for not at all.
   *
   * @throws ConfigException if that is out of bounds
   */
  public static int days(GillConfig config) {
    int days = config.trail().days();
    if (days < 0 || days > MOST_DAYS) {
      throw new ConfigException(
          "gill.trail.days is %d; make it a whole number from 0, which keeps nothing, to %d."
              .formatted(days, MOST_DAYS));
    }
    return days;
  }

  /**
   * The database, which is not opened yet.
   *
   * @throws ConfigException if it is not configured rightly; nothing of it is repeated
   */
  public static Database database(GillConfig config) {
    String url = config.ledger().url().map(String::strip).orElse("");
    if (url.isEmpty()) {
      return Database.in(folder(config));
    }
    if (!url.startsWith(POSTGRES)) {
      throw new ConfigException(
          "gill.ledger.url must begin with jdbc:postgresql:; leave it out for a file in the data folder.");
    }
    if (SECRET.matcher(url).find()) {
      throw new ConfigException(
          "gill.ledger.url holds a user or a password; give them as gill.ledger.user and gill.ledger.password.");
    }
    try {
      return Database.postgres(url, user(config), password(config));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.ledger.url " + e.getMessage() + ".");
    }
  }

  /**
   * The database, if there is one that may hold a trail, though none may be kept now.
   *
   * @throws ConfigException if it is not configured rightly
   */
  public static Optional<Database> existing(GillConfig config) {
    boolean there = config.ledger().url().isPresent() || Database.isThere(folder(config));
    return there ? Optional.of(database(config)) : Optional.empty();
  }

  private static Path folder(GillConfig config) {
    return config.data().resolve("ledger");
  }

  private static String user(GillConfig config) {
    return config
        .ledger()
        .user()
        .map(String::strip)
        .filter(user -> !user.isEmpty())
        .orElseThrow(
            () ->
                new ConfigException(
                    "gill.ledger.user is missing; name the user of PostgreSQL that Gill is."));
  }

  private static String password(GillConfig config) {
    return config
        .ledger()
        .passwordFile()
        .map(LedgerSettings::line)
        .or(() -> config.ledger().password())
        .orElse("");
  }

  private static String line(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new ConfigException(
          "gill.ledger.password-file cannot be read; write the path of a file of text.", e);
    }
  }
}
