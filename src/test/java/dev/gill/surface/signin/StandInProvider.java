package dev.gill.surface.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A provider of OpenID Connect that signs whatever a test wants signed, right or wrong. A code is
 * taken once, from the client alone, with the verifier that its challenge was made of.
 */
final class StandInProvider implements AutoCloseable {
  static final String CLIENT = "gill";
  static final String SECRET = "gill-secret";

  /** One for all tests, since keys are known for a while. */
  private static final RSAKey KEY = newKey();

  private final HttpServer server;
  private final URI issuer;
  private final Map<String, Granted> granted = new ConcurrentHashMap<>();

  /** What lies behind a code. */
  private record Granted(String challenge, String redirect, String token, String userInfo) {}

  StandInProvider(URI issuer) throws IOException {
    this.issuer = issuer;
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByName(issuer.getHost()), issuer.getPort()), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
    server.createContext(
        "/jwks", exchange -> json(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.createContext("/userinfo", this::userInfo);
    server.start();
  }

  RSAKey key() {
    return KEY;
  }

  /** A key of the same name as this provider's. */
  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String metadata() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/end",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256","HS256","none"]}
        """
        .formatted(issuer);
  }

  /** The claims that hold for an attempt whose address this is. */
  JWTClaimsSet.Builder claims(URI attempt) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .audience(CLIENT)
        .subject("u-17")
        .claim("nonce", query(attempt.getRawQuery()).get("nonce"))
        .claim("name", "Alice Doe")
        .claim("email", "alice@lab.test")
        .claim("email_verified", true)
        .claim("groups", List.of("engineering"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  /** A code for an attempt, with a token of these claims, signed rightly. */
  String code(URI attempt, JWTClaimsSet claims) throws JOSEException {
    return code(attempt, signed(claims), "{\"sub\":\"%s\"}".formatted(claims.getSubject()));
  }

  /** A code for an attempt, with this very token. */
  String code(URI attempt, String token, String userInfo) {
    Map<String, String> asked = query(attempt.getRawQuery());
    String code = UUID.randomUUID().toString();
    granted.put(
        code, new Granted(asked.get("code_challenge"), asked.get("redirect_uri"), token, userInfo));
    return code;
  }

  /** Signed by this provider. */
  String signed(JWTClaimsSet claims) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(KEY));
    return jwt.serialize();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String client =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    Granted grant = granted.remove(asked.getOrDefault("code", ""));
    boolean right =
        grant != null
            && client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && grant.redirect().equals(asked.get("redirect_uri"))
            && CodeChallenge.compute(
                    CodeChallengeMethod.S256, new CodeVerifier(asked.get("code_verifier")))
                .getValue()
                .equals(grant.challenge());
    if (right) {
      granted.put("access " + grant.token().hashCode(), grant);
      json(
          exchange,
          200,
          "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
              .formatted(grant.token().hashCode(), grant.token()));
    } else {
      json(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private void userInfo(HttpExchange exchange) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    Granted grant = granted.get(String.valueOf(bearer).replace("Bearer ", "access "));
    json(exchange, grant == null ? 401 : 200, grant == null ? "{}" : grant.userInfo());
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The parameters of a query or a form. */
  static Map<String, String> query(String query) {
    UnaryOperator<String> plain = text -> URLDecoder.decode(text, StandardCharsets.UTF_8);
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> plain.apply(pair[0]), pair -> pair.length < 2 ? "" : plain.apply(pair[1])));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
