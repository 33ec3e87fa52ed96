package dev.gill.surface.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.gill.surface.Caller;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Knows callers by access tokens that the provider gave out for this Gill. What was checked once is
 * known for a while by its digest, since checking may have to ask the provider for its keys.
 */
@Singleton
class ProviderTokens {
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST = 8_192;
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  private final Optional<Provider> provider;
  private final Optional<String> issuer;
  private final Optional<String> groupsClaim;
  private final Admins admins;
  private final InstantSource clock;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(KNOWN_FOR).build();

  @Inject
  ProviderTokens(SignIn mode, Providers providers, Admins admins, InstantSource clock) {
    this.provider = providers.provider();
    Optional<SignIn.Oidc> settings =
        mode instanceof SignIn.Oidc oidc ? Optional.of(oidc) : Optional.empty();
    this.issuer = settings.map(SignIn.Oidc::issuer).map(URI::toString);
    this.groupsClaim = settings.map(SignIn.Oidc::groupsClaim);
    this.admins = admins;
    this.clock = clock;
  }

  private record Known(Caller caller, Instant until) {}

  /** Whether something says that it is a token of the provider's; all else is not worth a wait. */
  boolean mayTake(String token) {
    try {
      return token.length() <= LONGEST
          && issuer.isPresent()
          && issuer.equals(
              Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
                  .map(JWTClaimsSet::getIssuer));
    } catch (ParseException | RuntimeException e) {
      return false;
    }
  }

  /** Whose it is, if that was checked lately. */
  Optional<Caller> known(String token) {
    return Optional.ofNullable(known.getIfPresent(digest(token)))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Known::caller);
  }

  /**
   * Whose it is; empty if it does not hold. May wait for the provider.
   *
   * @throws SignInException if the provider does not answer
   */
  Optional<Caller> check(String token) throws SignInException {
    Optional<JWTClaimsSet> claims = provider.orElseThrow().access(token, clock.instant());
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    Caller caller = caller(claims.get());
    known.put(digest(token), new Known(caller, claims.get().getExpirationTime().toInstant()));
    return Optional.of(caller);
  }

  /** It asks and reads; whoever looks after Gill signs in, or makes a token of Gill's own. */
  private Caller caller(JWTClaimsSet claims) {
    Caller person = Claims.caller(claims::getClaim, groupsClaim.orElseThrow(), admins);
    return new Caller(
        Caller.Proof.TOKEN,
        person.name(),
        person.identities(),
        person.groups(),
        Set.of(Right.ASK, Right.READ));
  }

  private static String digest(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
