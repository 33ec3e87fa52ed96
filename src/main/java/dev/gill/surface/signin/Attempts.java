package dev.gill.surface.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.gill.surface.signin.SignInException.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/**
 * Sign-ins under way. Each lies sealed in a cookie of the browser that began it and takes no room
 * here, so strangers who begin many crowd out nobody.
 */
@Singleton
class Attempts {
  /** How long somebody may take at the provider. */
  static final Duration LAST = Duration.ofMinutes(10);

  private static final int LONGEST_COOKIE = 4_000;
  private static final int KEY_BYTES = 32;
  private static final int MOST_SPENT = 50_000;
  private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

  private final byte[] key = new byte[KEY_BYTES];
  private final InstantSource clock;

  /** The states that came back once. */
  private final Cache<String, Boolean> spent;

  @Inject
  Attempts(InstantSource clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
    this.spent =
        Caffeine.newBuilder()
            .maximumSize(MOST_SPENT)
            .expireAfterWrite(LAST.multipliedBy(2))
            .build();
  }

  /** Begins one. */
  Attempt begin(String to) {
    return new Attempt(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), to);
  }

  /** What the cookie is to hold. */
  String sealed(Attempt attempt) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .claim("state", attempt.state())
            .claim("nonce", attempt.nonce())
            .claim("verifier", attempt.verifier())
            .claim("to", attempt.to())
            .expirationTime(Date.from(clock.instant().plus(LAST)))
            .build();
    EncryptedJWT jwt = new EncryptedJWT(HEADER, claims);
    try {
      jwt.encrypt(new DirectEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
    return jwt.serialize();
  }

  /**
   * The one that a state belongs to, which cannot be had a second time.
   *
   * @throws SignInException if this browser began none of that state, or too long ago
   */
  Attempt finish(Optional<String> cookie, Optional<String> state) throws SignInException {
    Attempt attempt =
        cookie
            .filter(kept -> kept.length() <= LONGEST_COOKIE)
            .flatMap(this::opened)
            .orElseThrow(() -> stray("this browser began no sign-in, or too long ago"));
    if (!same(attempt.state(), state.orElse(""))) {
      throw stray("it is of another sign-in than the one that this browser began");
    }
    if (spent.asMap().putIfAbsent(attempt.state(), true) != null) {
      throw stray("it was finished before");
    }
    return attempt;
  }

  private Optional<Attempt> opened(String kept) {
    try {
      EncryptedJWT jwt = EncryptedJWT.parse(kept);
      if (!HEADER.getAlgorithm().equals(jwt.getHeader().getAlgorithm())
          || !HEADER.getEncryptionMethod().equals(jwt.getHeader().getEncryptionMethod())) {
        return Optional.empty();
      }
      jwt.decrypt(new DirectDecrypter(key));
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Instant until = claims.getExpirationTime().toInstant();
      return until.isAfter(clock.instant())
          ? Optional.of(
              new Attempt(
                  claims.getStringClaim("state"),
                  claims.getStringClaim("nonce"),
                  claims.getStringClaim("verifier"),
                  claims.getStringClaim("to")))
          : Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static SignInException stray(String message) {
    return new SignInException(Kind.STRAY, message);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
