package dev.gill.source.http;

import dev.gill.source.Secret;
import dev.gill.source.Settings;
import java.util.HashSet;
import java.util.Optional;

/**
 * Reads what all sources that ask a server write alike: {@code username} with {@code password}, or
 * {@code token}; {@code redirect-hosts}, {@code internal-hosts} and {@code requests-per-minute}.
 */
public final class WrittenHttp {
  private WrittenHttp() {}

  /**
   * How the server at this address is asked. A user and password in the address hold where the
   * settings name none.
   *
   * @param usual holds what the settings do not say
   * @throws IllegalArgumentException if something is written wrong, with a sentence that says what
   */
  public static HttpSettings read(Settings settings, String address, HttpLimits usual) {
    HttpSettings plain = HttpSettings.of(settings.source(), address);
    return new HttpSettings(
        plain.source(),
        plain.base(),
        new HashSet<>(settings.list("redirect-hosts")),
        new HashSet<>(settings.list("internal-hosts")),
        credential(settings, plain.credential()),
        usual.withPerMinute(settings.number("requests-per-minute", usual.perMinute())));
  }

  private static Credential credential(Settings settings, Credential ofAddress) {
    Optional<Secret> token = settings.secret("token");
    Optional<Secret> password = settings.secret("password");
    Optional<String> user = settings.text("username");
    if (token.isPresent() && (password.isPresent() || user.isPresent())) {
      throw settings.wrong("token", "stands beside a username or password; give one or the other");
    }
    if (token.isPresent()) {
      return new Credential.Bearer(token.get());
    }
    if (user.isEmpty() && password.isEmpty()) {
      return ofAddress;
    }
    return new Credential.Basic(
        user.orElseThrow(() -> settings.missing("username")),
        password.orElseThrow(() -> settings.missing("password")));
  }
}
