package dev.gill.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provider's own access tokens: taken if they were made for this Gill, and else refused. */
@Tag("slow")
@QuarkusTest
@TestProfile(SignedInHouse.class)
class ProviderTokensTest {
  private static final int ROUNDS = 1_000;
  private static final String GILL = "https://gill.example.com";
  private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @ConfigProperty(name = "small-house.issuer")
  URI issuer;

  private final Random random = new Random(20261130);
  private final HttpClient client = HttpClient.newHttpClient();
  private StandInProvider provider;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    provider = new StandInProvider(issuer);
  }

  @AfterEach
  void close() {
    provider.close();
    client.close();
  }

  private JWTClaimsSet.Builder claims(String audience) {
    Instant begun = Instant.now();
    Instant later = begun.isAfter(SmallHouse.NOW) ? begun : SmallHouse.NOW;
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .audience(audience)
        .subject("u-" + random.nextInt(1_000_000))
        .claim("client_id", "agent")
        .claim("email", "root@lab.test")
        .claim("email_verified", true)
        .issueTime(Date.from(begun))
        .expirationTime(Date.from(later.plusSeconds(300)));
  }

  private String signed(JWTClaimsSet claims, JOSEObjectType type, JWSAlgorithm by, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(by).type(type).keyID("one").build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, ACCESS, JWSAlgorithm.RS256, new RSASSASigner(provider.key()));
  }

  private HttpResponse<String> send(String path, String token) {
    Visit visit = new Visit(client, home);
    return visit.send(visit.request(path).header("Authorization", "Bearer " + token).GET());
  }

  @Test
  void what_was_made_for_this_gill_asks_and_reads_and_does_nothing_else() throws Exception {
    for (String audience : List.of(GILL, GILL + "/", GILL + "/mcp")) {
      String token = signed(claims(audience).build());
      assertThat(send("/api/sources", token).statusCode()).as(audience).isEqualTo(200);
      assertThat(send("/api/search?q=restore", token).statusCode()).isEqualTo(200);
      assertThat(send("/api/trail", token).statusCode()).as("an admin's address").isEqualTo(403);
    }
    String plain =
        signed(
            claims(GILL).build(),
            JOSEObjectType.JWT,
            JWSAlgorithm.RS256,
            new RSASSASigner(provider.key()));
    assertThat(send("/api/sources", plain).statusCode()).as("as Keycloak writes").isEqualTo(200);
  }

  @Test
  void a_thousand_others_are_refused() throws Exception {
    RSASSASigner stranger = new RSASSASigner(StandInProvider.newKey());
    String right = signed(claims(GILL).build());
    for (int i = 0; i < ROUNDS; i++) {
      String token = forged(i % 16, right, stranger);
      HttpResponse<String> answer =
          send(i % 2 == 0 ? "/api/sources" : "/api/search?q=restore", token);
      assertThat(answer.statusCode()).as("kind %d: %s", i % 16, token).isEqualTo(401);
      assertThat(answer.body()).contains("urn:gill:problem:invalid-token").doesNotContain(token);
    }
    assertThat(send("/api/sources", right).statusCode()).isEqualTo(200);
  }

  private String forged(int kind, String right, RSASSASigner stranger) throws Exception {
    JWTClaimsSet.Builder claims = claims(GILL);
    byte[] publicKey = provider.key().toPublicJWK().toRSAKey().toRSAPublicKey().getEncoded();
    return switch (kind) {
      case 0 -> signed(claims.audience("another").build());
      case 1 -> signed(claims.audience("gill").build());
      case 2 -> signed(claims.issuer(issuer + "/").build());
      case 3 -> signed(claims.expirationTime(Date.from(Instant.now().minusSeconds(600))).build());
      case 4 -> signed(claims.expirationTime(null).build());
      case 5 -> signed(claims.subject(null).build());
      case 6 -> signed(claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))).build());
      case 7 -> signed(claims.claim("nonce", "n").build());
      case 8 -> signed(claims.claim("cnf", Map.of("jkt", "k")).build());
      case 9 -> signed(claims.claim("typ", "ID").build());
      case 10 -> new PlainJWT(claims.build()).serialize();
      case 11 -> signed(claims.build(), ACCESS, JWSAlgorithm.RS256, stranger);
      case 12 -> signed(claims.build(), ACCESS, JWSAlgorithm.HS256, new MACSigner(publicKey));
      case 13 ->
          signed(
              claims.build(),
              new JOSEObjectType("logout+jwt"),
              JWSAlgorithm.RS256,
              new RSASSASigner(provider.key()));
      case 14 -> right.substring(0, right.length() / 2 + random.nextInt(right.length() / 2 - 4));
      default -> mangled(right);
    };
  }

  /** With another sign somewhere in its claims. */
  private String mangled(String right) {
    int from = right.indexOf('.') + 1;
    int at = from + random.nextInt(right.lastIndexOf('.') - from);
    char other = right.charAt(at) == 'A' ? 'B' : 'A';
    return right.substring(0, at) + other + right.substring(at + 1);
  }

  @Test
  void nobody_waits_for_a_token_where_signing_in_is_not_asked_for() throws Exception {
    String token = signed(claims(GILL).build());
    provider.close();
    assertThat(send("/q/health", token).statusCode()).isEqualTo(200);
  }

  @Test
  void a_refusal_says_where_tokens_are_given_out() {
    Visit visit = new Visit(client, home);
    for (String path : List.of("/mcp", "/api/sources")) {
      String described =
          GILL + "/.well-known/oauth-protected-resource" + (path.equals("/mcp") ? path : "");
      assertThat(visit.send(visit.request(path).GET()).headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer realm=\"gill\", resource_metadata=\"%s\"".formatted(described));
      String metadata = visit.send(visit.request(URI.create(described).getPath()).GET()).body();
      assertThat(metadata)
          .contains(
              "\"resource\":\"%s\"".formatted(GILL + (path.equals("/mcp") ? path : "/")),
              "\"authorization_servers\":[\"%s\"]".formatted(issuer));
    }
  }
}
