package dev.gill.surface.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gill.surface.signin.SignInException.Kind;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which access tokens of a provider hold (RFC 9068): those that it signed for this Gill and that
 * have not run out. A token of who signed in is none, and one that is bound to a key of its
 * client's is not taken, since nothing shows here that its sender has that key.
 */
final class AccessTokenRules {
  private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
  private static final Set<String> NEEDED = Set.of("iss", "aud", "sub", "exp", "iat");
  private static final List<String> OF_OTHERS =
      List.of("nonce", "at_hash", "c_hash", "cnf", "events");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  AccessTokenRules(SignIn.Oidc settings, JWKSource<SecurityContext> keys) {
    Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
    algorithms.addAll(JWSAlgorithm.Family.EC);
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(ACCESS, JOSEObjectType.JWT, null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audiences(),
            new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
            NEEDED,
            Set.of()));
  }

  /**
   * What a token says; empty if it does not hold.
   *
   * @throws SignInException if the provider does not say its keys
   */
  Optional<JWTClaimsSet> claims(String token, Instant now) throws SignInException {
    try {
      return Optional.of(processor.process(token, null)).filter(each -> isAccess(each, now));
    } catch (RateLimitReachedException e) {
      return Optional.empty(); // of a key that the provider did not have a moment ago
    } catch (KeySourceException e) {
      throw new SignInException(Kind.PROVIDER, "the provider's keys cannot be read", e);
    } catch (BadJOSEException | JOSEException | ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Some providers say by a claim what a token is. */
  private static boolean isAccess(JWTClaimsSet claims, Instant now) {
    Object kind = claims.getClaim("typ");
    Date until = claims.getExpirationTime();
    return OF_OTHERS.stream().allMatch(name -> claims.getClaim(name) == null)
        && (kind == null || kind.equals("Bearer"))
        && now.isBefore(until.toInstant());
  }
}
