package dev.gill.lab.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A font with Chinese characters, for pictures of pages on machines that have none. */
public final class ChineseFont {
  private ChineseFont() {}

  /**
   * The environment in which a browser finds such a font: this one, where one is installed; else
   * one with a font that is unpacked below {@code target/servers}.
   *
   * @throws ServerMissingException if none can be had here
   */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (!isInstalled()) {
      Path data = Unpacked.of("font", "fonts-wqy-microhei").resolve("usr/share");
      environment.put("XDG_DATA_HOME", data.toString());
    }
    return environment;
  }

  private static boolean isInstalled() {
    try {
      Process list = new ProcessBuilder("fc-list", ":lang=zh").start();
      String fonts = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return !fonts.isBlank();
    } catch (IOException e) {
      return false;
    }
  }
}
