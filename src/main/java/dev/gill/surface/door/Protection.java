package dev.gill.surface.door;

import java.util.Map;

/**
 * The headers that {@code META-INF/microprofile-config.properties} puts on every response, for what
 * is refused before those come to be.
 */
final class Protection {
  static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy",
              "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
          "Cache-Control", "no-store");

  private Protection() {}
}
