package dev.gill.app.config;

import dev.gill.model.SourceId;
import dev.gill.surface.signing.StandardWebhooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code gill.hooks.*}. */
public final class HookConfigs {
  private static final int LEAST = 16;

  private HookConfigs() {}

  /**
   * The secret of each source that has a hook.
   *
   * @throws ConfigException if one is not right; it is not repeated
   */
  public static SortedMap<SourceId, String> secrets(GillConfig config) {
    SortedMap<SourceId, String> secrets = new TreeMap<>();
    for (Map.Entry<String, MappedConfig.HookConfig> hook : config.hooks().entrySet()) {
      String name = hook.getKey();
      if (!config.sources().containsKey(name)) {
        throw new ConfigException(
            "gill.hooks names a source that is not configured; use the name of one of these: %s."
                .formatted(String.join(", ", config.sources().keySet())));
      }
      secrets.put(new SourceId(name), secret(name, hook.getValue()));
    }
    return secrets;
  }

  /** The Verification Tokens of Lark's apps, of those sources where one is written. */
  public static SortedMap<SourceId, String> tokens(GillConfig config) {
    SortedMap<SourceId, String> tokens = new TreeMap<>();
    config
        .hooks()
        .forEach(
            (name, hook) ->
                hook.verificationToken()
                    .map(String::strip)
                    .filter(token -> !token.isEmpty())
                    .ifPresent(token -> tokens.put(new SourceId(name), token)));
    return tokens;
  }

  private static String secret(String name, MappedConfig.HookConfig hook) {
    String secret =
        hook.secretFile().map(file -> line(name, file)).or(hook::secret).orElse("").strip();
    boolean plain = secret.length() >= LEAST && secret.matches("[A-Za-z0-9._~-]+");
    if (!plain && !StandardWebhooks.isSecret(secret)) {
      throw new ConfigException(
          "gill.hooks.%s.secret is too short or holds other signs; make it %d or more letters and digits that nobody can guess, such as openssl rand -hex 32 writes, or a signing token of GitLab, whsec_ and all."
              .formatted(name, LEAST));
    }
    return secret;
  }

  private static String line(String name, Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new ConfigException(
          "gill.hooks.%s.secret-file cannot be read; write the path of a file of text."
              .formatted(name),
          e);
    }
  }
}
