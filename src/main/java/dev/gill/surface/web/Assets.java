package dev.gill.surface.web;

import dev.gill.model.Fingerprint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * The files that pages load. Their address holds a digest of all of them, so that a browser may
 * keep them for good and still sees new ones at once.
 */
@Singleton
@Named("assets")
class Assets {
  static final String FOLDER = "/assets/";
  private static final List<String> FILES =
      List.of(
          "gill.css",
          "common.js",
          "ask.js",
          "copying.js",
          "document.js",
          "filters.js",
          "past.js",
          "preview.js",
          "sources.js",
          "typing.js",
          "favicon.svg",
          "ripples.svg");

  private final InstantSource clock;
  private final String base;

  @Inject
  Assets(InstantSource clock) {
    this.clock = clock;
    StringBuilder all = new StringBuilder();
    FILES.forEach(file -> all.append(read(file)));
    this.base = "/assets-" + Fingerprint.of(all.toString()).hex().substring(0, 12);
  }

  /** The folder under which pages load their files, without a slash at the end. */
  public String base() {
    return base;
  }

  /** The server's time, by which pages reckon how long ago something was. */
  public String now() {
    return clock.instant().toString();
  }

  private static String read(String file) {
    String path = "/META-INF/resources" + FOLDER + file;
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
