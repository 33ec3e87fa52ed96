package dev.gill.source.http;

import dev.gill.source.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One header. It is checked here rather than by the JDK, whose complaints repeat the value. Its
 * text form hides the value.
 */
record HeaderLine(String name, String value) {
  /** RFC 9110, 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** What the connection itself decides. */
  private static final Set<String> OWN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "te",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie");

  HeaderLine {
    if (!token(name) || !sendable(value)) {
      throw new IllegalArgumentException(
          "a header cannot be sent: use letters, digits and - in its name, and printable ASCII in its value");
    }
    if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "the header %s is set by the client itself: leave it out".formatted(name));
    }
  }

  /** Whether it can be the name of a header or cookie. */
  static boolean token(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether a value can travel in a header. */
  static boolean sendable(String value) {
    return VALUE.matcher(value).matches();
  }

  /** A header that says nothing of who asks. */
  static HeaderLine plain(String name, String value) {
    if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "the header %s carries a credential: give it as one".formatted(name));
    }
    return new HeaderLine(name, value);
  }

  /** How a credential travels; empty for nobody. */
  static Optional<HeaderLine> of(Credential credential) {
    return switch (credential) {
      case Credential.None() -> Optional.empty();
      case Credential.Bearer(Secret token) -> authorization("Bearer " + token.reveal());
      case Credential.Basic(String user, Secret password) ->
          authorization("Basic " + base64(user + ":" + password.reveal()));
      case Credential.Cookie(String name, Secret value) ->
          Optional.of(new HeaderLine("Cookie", name + "=" + value.reveal()));
      case Credential.Header(String name, Secret value) ->
          Optional.of(new HeaderLine(name, value.reveal()));
    };
  }

  /** What must not be shown of a credential, in all the forms in which it travels. */
  static List<String> secrets(Credential credential) {
    return switch (credential) {
      case Credential.None() -> List.of();
      case Credential.Bearer(Secret token) -> List.of(token.reveal());
      case Credential.Basic(String user, Secret password) ->
          List.of(password.reveal(), base64(user + ":" + password.reveal()));
      case Credential.Cookie(_, Secret value) -> List.of(value.reveal());
      case Credential.Header(_, Secret value) -> List.of(value.reveal());
    };
  }

  private static Optional<HeaderLine> authorization(String value) {
    return Optional.of(new HeaderLine("Authorization", value));
  }

  private static String base64(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return name + ": …";
  }
}
