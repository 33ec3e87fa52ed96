package dev.gill.app.house;

import dev.gill.app.config.ConfigException;
import dev.gill.app.config.GillConfig;
import dev.gill.embed.onnx.Device;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.model.Language;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how the models are to run. */
final class ModelSettings {
  private ModelSettings() {}

  static OnnxSettings of(GillConfig config) {
    OnnxSettings defaults = OnnxSettings.defaults();
    Map<Language, String> chosen =
        config.embed().model().entrySet().stream()
            .collect(Collectors.toMap(entry -> language(entry.getKey()), Map.Entry::getValue));
    return new OnnxSettings(
        config.embed().threads().orElse(defaults.threads()),
        device(config.embed().device()),
        chosen,
        Optional.of(config.data()));
  }

  private static Device device(String name) {
    try {
      return Device.named(name);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.embed.device: %s.".formatted(e.getMessage()), e);
    }
  }

  private static Language language(String code) {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new ConfigException(
        "gill.embed.model.%s names no language; use en or zh.".formatted(code));
  }
}
