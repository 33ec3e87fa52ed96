package dev.gill.surface.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.surface.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who is signed in. It is kept in memory alone, by digests of what the cookies hold: a restart asks
 * everybody to sign in again, which most providers do without a question.
 */
@Singleton
class Sessions {
  private static final Duration USUAL = Duration.ofHours(8);
  private static final int MOST = 20_000;
  private static final int BYTES = 32;
  private static final int LONGEST_COOKIE = 2 * BYTES;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Caller> signedIn;

  @Inject
  Sessions(SignIn signIn, InstantSource clock) {
    this(signIn instanceof SignIn.Oidc oidc ? oidc.lasts() : USUAL, clock);
  }

  /** Each of which lasts so long. */
  Sessions(Duration lasts, InstantSource clock) {
    this.signedIn =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(lasts)
            .ticker(() -> Math.multiplyExact(clock.millis(), 1_000_000L))
            .build();
  }

  /** Begins one, and returns what the cookie is to hold. */
  String begin(Caller caller) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    String cookie = HexFormat.of().formatHex(drawn);
    signedIn.put(digest(cookie), caller);
    return cookie;
  }

  /** Whose it is; empty once it is over. */
  Optional<Caller> of(String cookie) {
    return cookie.length() == LONGEST_COOKIE
        ? Optional.ofNullable(signedIn.getIfPresent(digest(cookie)))
        : Optional.empty();
  }

  /** Ends one. */
  void end(String cookie) {
    signedIn.invalidate(digest(cookie));
  }

  private static String digest(String cookie) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
