package dev.gill.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a visitor who follows a link is shown. */
public final class Shown {
  private Shown() {}

  /** The page there, as HTML. */
  public static String at(String link) throws IOException {
    try (InputStream page = URI.create(link).toURL().openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
