package dev.gill.surface.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gill.surface.signin.SignInException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider of OpenID Connect. Nothing is asked of it before somebody signs in, so Gill starts
 * while it is down.
 */
final class Provider {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 512 * 1024;
  private static final Duration KNOWN_FOR = Duration.ofHours(1);

  private final SignIn.Oidc settings;
  private final InstantSource clock;
  private final Issuer issuer;
  private final ClientID client;
  private Optional<Known> known = Optional.empty();

  Provider(SignIn.Oidc settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.issuer = new Issuer(settings.issuer());
    this.client = new ClientID(settings.clientId());
  }

  /** What it says of itself, and what checks its signatures. */
  private record Known(
      OIDCProviderMetadata metadata,
      IDTokenValidator validator,
      AccessTokenRules tokens,
      Instant until) {}

  /**
   * What it says of somebody.
   *
   * @param token what it signed
   * @param more what it says besides, if it was asked; empty otherwise
   */
  record Said(ClaimsSet token, Optional<ClaimsSet> more) {
    /** A claim of that name. */
    Object claim(String name) {
      Object first = token.getClaim(name);
      return first == null ? more.map(claims -> claims.getClaim(name)).orElse(null) : first;
    }
  }

  /** The address at which somebody signs in. */
  URI address(Attempt attempt) throws SignInException {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE), scope, client, settings.callback())
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Where somebody ends their sign-in at the provider itself. */
  Optional<URI> farewell() {
    try {
      return Optional.ofNullable(known().metadata().getEndSessionEndpointURI());
    } catch (SignInException e) {
      return Optional.empty();
    }
  }

  /**
   * What it says of whoever came back with a code.
   *
   * @param from the issuer that the browser brought back, by which one is told from another
   */
  Said redeem(Attempt attempt, String code, Optional<String> from) throws SignInException {
    Known provider = known();
    boolean says = provider.metadata().supportsAuthorizationResponseIssuerParam();
    if (from.map(each -> !each.equals(issuer.getValue())).orElse(says)) {
      throw new SignInException(Kind.STRAY, "it is of another provider");
    }
    OIDCTokens tokens = tokens(provider, attempt, code);
    IDTokenClaimsSet claims = checked(provider, tokens, attempt);
    return new Said(claims, more(provider, tokens, claims));
  }

  private OIDCTokens tokens(Known provider, Attempt attempt, String code) throws SignInException {
    TokenRequest request =
        new TokenRequest.Builder(
                provider.metadata().getTokenEndpointURI(),
                authentication(provider.metadata()),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code),
                    settings.callback(),
                    new CodeVerifier(attempt.verifier())))
            .build();
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
      if (!response.indicatesSuccess()) {
        throw new SignInException(Kind.DENIED, "the provider does not take the code");
      }
      return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    } catch (ParseException e) {
      throw new SignInException(Kind.PROVIDER, "the provider's tokens cannot be read", e);
    }
  }

  private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    Secret secret = new Secret(settings.clientSecret());
    return basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
  }

  private IDTokenClaimsSet checked(Known provider, OIDCTokens tokens, Attempt attempt)
      throws SignInException {
    try {
      IDTokenClaimsSet claims =
          provider.validator().validate(tokens.getIDToken(), new Nonce(attempt.nonce()));
      if (!isForUs(claims)) {
        throw new SignInException(Kind.UNTRUSTED, "the provider's token is another client's");
      }
      return claims;
    } catch (BadJOSEException | JOSEException | RuntimeException e) {
      throw new SignInException(Kind.UNTRUSTED, "the provider's token does not hold", e);
    }
  }

  /** The library looks only whether this Gill is among the audience. */
  private boolean isForUs(IDTokenClaimsSet claims) {
    AuthorizedParty party = claims.getAuthorizedParty();
    return party == null
        ? claims.getAudience().size() == 1
        : party.getValue().equals(client.getValue());
  }

  /** Many providers name e-mail address and groups only there. */
  private Optional<ClaimsSet> more(Known provider, OIDCTokens tokens, IDTokenClaimsSet claims)
      throws SignInException {
    URI endpoint = provider.metadata().getUserInfoEndpointURI();
    boolean complete =
        claims.getClaim("email") != null && claims.getClaim(settings.groupsClaim()) != null;
    if (endpoint == null || complete) {
      return Optional.empty();
    }
    try {
      UserInfoResponse response =
          UserInfoResponse.parse(
              send(new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest()));
      if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
        return Optional.empty();
      }
      ClaimsSet more = response.toSuccessResponse().getUserInfo();
      if (!claims.getSubject().getValue().equals(more.getStringClaim("sub"))) {
        throw new SignInException(Kind.UNTRUSTED, "the provider speaks of two people");
      }
      return Optional.of(more);
    } catch (ParseException e) {
      throw new SignInException(Kind.PROVIDER, "what the provider says cannot be read", e);
    }
  }

  /**
   * What an access token of its own says; empty if it does not hold.
   *
   * @throws SignInException if the provider does not answer
   */
  Optional<JWTClaimsSet> access(String token, Instant now) throws SignInException {
    return known().tokens().claims(token, now);
  }

  private static HTTPResponse send(HTTPRequest request) throws SignInException {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw new SignInException(Kind.PROVIDER, "the provider does not answer", e);
    }
  }

  private synchronized Known known() throws SignInException {
    Instant now = clock.instant();
    if (known.filter(each -> now.isBefore(each.until())).isEmpty()) {
      known = Optional.of(look(now));
    }
    return known.get();
  }

  private Known look(Instant now) throws SignInException {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
      if (issuer.getValue().startsWith("https:")) {
        requireTls(metadata);
      }
      JWKSource<SecurityContext> keys = keys(metadata);
      return new Known(
          metadata,
          validator(metadata, keys),
          new AccessTokenRules(settings, keys),
          now.plus(KNOWN_FOR));
    } catch (GeneralException | IOException | RuntimeException e) {
      throw new SignInException(Kind.PROVIDER, "the provider does not say how to sign in", e);
    }
  }

  private static void requireTls(OIDCProviderMetadata metadata) throws SignInException {
    for (URI each :
        List.of(
            metadata.getAuthorizationEndpointURI(),
            metadata.getTokenEndpointURI(),
            metadata.getJWKSetURI())) {
      if (!"https".equals(each.getScheme())) {
        throw new SignInException(Kind.PROVIDER, "the provider names an address without TLS");
      }
    }
  }

  /** Takes only signatures by a key that nobody but the provider has. */
  private IDTokenValidator validator(
      OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {
    Set<JWSAlgorithm> algorithms =
        new HashSet<>(
            Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256)));
    algorithms.removeIf(
        each -> !JWSAlgorithm.Family.RSA.contains(each) && !JWSAlgorithm.Family.EC.contains(each));
    return new IDTokenValidator(
        issuer, client, new JWSVerificationKeySelector<SecurityContext>(algorithms, keys), null);
  }

  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws IOException {
    return JWKSourceBuilder.<SecurityContext>create(
            metadata.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
        .retrying(true)
        .build();
  }
}
