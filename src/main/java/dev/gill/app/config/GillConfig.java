package dev.gill.app.config;

import java.util.Map;
import java.util.SortedMap;

/**
 * All that can be configured under {@code gill.}; {@code config/application.properties} explains
 * it.
 */
public interface GillConfig extends MappedConfig {
  /**
   * What is followed: by name, the settings by their keys, {@code type} among them. With none, the
   * sample team's folder.
   */
  SortedMap<String, Map<String, String>> sources();
}
