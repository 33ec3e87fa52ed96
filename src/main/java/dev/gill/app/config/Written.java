package dev.gill.app.config;

import dev.gill.source.Redaction;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What is written of sources: in files as {@code gill.sources.NAME.KEY}, in the environment as
 * {@code GILL_SOURCES_NAME_KEY}. Which keys there are, only a source's type knows.
 */
final class Written {
  private static final String ROOT = "gill.sources.";
  private static final Pattern PROPERTY =
      Pattern.compile("gill\\.sources\\.(\"[^\"]+\"|[^.\"]+)\\.(.+)", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("GILL_SOURCES_([A-Z0-9_]+)_TYPE");

  private final SmallRyeConfig config;
  private final SortedMap<String, Map<String, String>> found = new TreeMap<>();

  /** How each source's name is written in properties: in quotes if it holds dots. */
  private final Map<String, String> quoted = new HashMap<>();

  private Written(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * The settings of all sources, by name and key.
   *
   * @throws ConfigException if something stands under {@code gill.sources} that is no setting
   */
  static SortedMap<String, Map<String, String>> of(SmallRyeConfig config) {
    Written written = new Written(config);
    SortedSet<String> variables = written.names(true);
    SortedSet<String> properties = written.names(false);
    config.getPropertyNames().forEach(name -> written.property(name, properties));
    variables.forEach(written::namedByVariable);
    variables.forEach(written::variable);
    return Collections.unmodifiableSortedMap(written.found);
  }

  /**
   * The names that the environment gives, or those that all else does. The library's own list has
   * both, and for each variable a guess of what it sets, which is wrong for names with dashes.
   */
  private SortedSet<String> names(boolean environment) {
    SortedSet<String> names = new TreeSet<>();
    for (ConfigSource source : config.getConfigSources()) {
      if (source instanceof EnvConfigSource == environment) {
        source.getPropertyNames().forEach(name -> names.add(name.replaceFirst("^%[^.]*\\.", "")));
      }
    }
    return names;
  }

  private void property(String name, SortedSet<String> written) {
    if (!name.startsWith(ROOT) || !written.contains(name)) {
      return;
    }
    Matcher parts = PROPERTY.matcher(name);
    if (!parts.matches()) {
      throw new ConfigException(
          "Gill knows no setting %s; write gill.sources.NAME.SETTING."
              .formatted(ROOT + Redaction.name(name.substring(ROOT.length()))));
    }
    String source = parts.group(1).replace("\"", "");
    quoted.putIfAbsent(source, parts.group(1));
    put(source, parts.group(2), name);
  }

  /** A source that only the environment speaks of has the name that its variable for type holds. */
  private void namedByVariable(String variable) {
    Matcher type = TYPE.matcher(variable);
    if (type.matches() && owner(variable).isEmpty()) {
      String source = plain(type.group(1));
      quoted.put(source, source);
      found.put(source, new TreeMap<>());
    }
  }

  private void variable(String variable) {
    owner(variable)
        .ifPresent(
            source -> {
              String key = plain(variable.substring(prefix(source).length()));
              boolean dots = quoted.get(source).startsWith("\"");
              put(source, key, dots ? variable : ROOT + source + "." + key);
            });
  }

  /** The source that a variable belongs to: of several, the one of the longest name. */
  private Optional<String> owner(String variable) {
    return found.keySet().stream()
        .filter(source -> variable.startsWith(prefix(source)))
        .max(Comparator.comparingInt(String::length));
  }

  private static String prefix(String source) {
    return "GILL_SOURCES_%s_"
        .formatted(source.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }

  private static String plain(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void put(String source, String key, String name) {
    Map<String, String> settings = found.computeIfAbsent(source, s -> new TreeMap<>());
    config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(key, value));
  }
}
