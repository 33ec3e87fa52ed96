package dev.gill.surface.signin;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies of a sign-in. Where there is TLS, their names bind browsers to take them from this
 * very host alone, and only by TLS.
 */
final class Cookies {
  private static final String SESSION = "gill-session";
  private static final String ATTEMPT = "gill-signing-in";

  private final boolean secure;

  Cookies(boolean secure) {
    this.secure = secure;
  }

  /** The name of the one that a session is known by. */
  String session() {
    return prefix() + SESSION;
  }

  /** The name of the one that a sign-in under way is known by. */
  String attempt() {
    return prefix() + ATTEMPT;
  }

  private String prefix() {
    return secure ? "__Host-" : "";
  }

  /** One that scripts cannot read, and that other sites' requests do not carry unless by a link. */
  NewCookie of(String name, String value, Duration lasts) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) lasts.toSeconds())
        .build();
  }

  /** One that takes its namesake away. */
  NewCookie gone(String name) {
    return of(name, "", Duration.ZERO);
  }
}
