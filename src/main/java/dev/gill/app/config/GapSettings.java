package dev.gill.app.config;

import dev.gill.model.GroupId;
import dev.gill.model.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code gill.gaps}. */
public final class GapSettings {
  private static final int MOST = 1000;

  private GapSettings() {}

  /**
   * Where the channel is posted to, which is a secret; empty if none is configured.
   *
   * @throws ConfigException if it is no address; it is not repeated
   */
  public static Optional<URI> webhook(GillConfig config) {
    return config
        .gaps()
        .webhookFile()
        .map(GapSettings::line)
        .or(() -> config.gaps().webhook())
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .map(GapSettings::address);
  }

  private static URI address(String written) {
    try {
      URI address = URI.create(written);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // refused below, without what was written
    }
    throw new ConfigException(
        "gill.gaps.webhook cannot be read; write the https address that the channel gives out.");
  }

  private static String line(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new ConfigException(
          "gill.gaps.webhook-file cannot be read; write the path of a file of text.", e);
    }
  }

  /**
   * What all may read who read the channel.
   *
   * @throws ConfigException if a group cannot be read
   */
  public static Reader channel(GillConfig config) {
    Set<GroupId> groups = new HashSet<>(Groups.of(config).ofEveryone());
    for (String name : config.gaps().groups().orElse(List.of())) {
      try {
        groups.add(GroupId.parse(name.strip()));
      } catch (IllegalArgumentException e) {
        throw new ConfigException("gill.gaps.groups cannot be read: " + e.getMessage() + ".");
      }
    }
    return new Reader(Set.of(), groups);
  }

  /**
   * How often something is asked in vain before the channel hears of it.
   *
   * @throws ConfigException if that is out of bounds
   */
  public static int asked(GillConfig config) {
    int asked = config.gaps().asked();
    if (asked < 2 || asked > MOST) {
      throw new ConfigException(
          "gill.gaps.asked is %d; make it a whole number from 2 to %d.".formatted(asked, MOST));
    }
    return asked;
  }
}
