package dev.gill.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.model.Identity;
import dev.gill.surface.Caller;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand of each kind that somebody could make up, or keep and send again. */
@Tag("slow")
@QuarkusTest
@TestProfile(SignedInHouse.class)
class ForgeriesTest {
  private static final int ROUNDS = 1_000;
  private static final String HEX = "0123456789abcdef";

  /** What may stand in a header and a cookie. */
  private static final String SIGNS = "abcXYZ0189._-~!#$%&'()*+/:<=>?@[]^`{|}";

  @Inject SmallHouse house;
  @Inject AccessTokens tokens;
  @Inject Sessions sessions;
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

  /** The same with some of its signs changed, lost, doubled or followed by others. */
  private String mangled(String right, String signs) {
    StringBuilder text = new StringBuilder(right);
    int at = random.nextInt(text.length());
    char sign = signs.charAt(random.nextInt(signs.length()));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, sign);
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.insert(at, sign);
      case 3 -> text.setLength(at);
      case 4 -> text.append(sign);
      default -> text.reverse();
    }
    return text.toString();
  }

  private String drawn(int length, String signs) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  @Test
  void noMadeUpExpiredOrRevokedTokenIsTaken() throws IOException {
    Identity root = Identity.email("root@lab.test");
    Set<TokenScope> all = EnumSet.allOf(TokenScope.class);
    AccessTokens.Made made = tokens.make("right", root, all, Duration.ofDays(1));
    AccessTokens.Made revoked = tokens.make("revoked", root, all, Duration.ofDays(1));
    tokens.revoke(revoked.token().id());
    String right = made.secret();
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String forged =
          switch (i % 7) {
            case 0 -> revoked.secret();
            case 1 -> "gill_" + drawn(12, HEX) + "_" + drawn(64, HEX);
            case 2 -> "gill_" + made.token().id() + "_" + drawn(64, HEX);
            case 3 -> "gill_" + made.token().id() + "_" + made.token().digest();
            case 4 -> drawn(1 + random.nextInt(200), SIGNS);
            default -> mangled(right, HEX + "_GZ ");
          };
      if (forged.strip().equals(right)) {
        continue;
      }
      Visit visit = new Visit(client, home);
      HttpResponse<String> answer =
          visit.send(
              visit
                  .request(i % 2 == 0 ? "/api/sources" : "/api/search?q=restore")
                  .header("Authorization", "Bearer " + forged)
                  .GET());
      assertThat(answer.statusCode()).as(forged).isEqualTo(401);
      assertThat(answer.body()).contains("urn:gill:problem:invalid-token");
      refused++;
    }
    assertThat(refused).isGreaterThan(ROUNDS * 9 / 10);
    Visit visit = new Visit(client, home);
    assertThat(
            visit
                .send(
                    visit.request("/api/sources").header("Authorization", "Bearer " + right).GET())
                .statusCode())
        .as("the right one is taken all the same")
        .isEqualTo(200);
  }

  @Test
  void noMadeUpOrEndedSessionIsTaken() {
    String right = sessions.begin(caller());
    String ended = sessions.begin(caller());
    sessions.end(ended);
    for (int i = 0; i < ROUNDS; i++) {
      String forged =
          switch (i % 5) {
            case 0 -> ended;
            case 1 -> drawn(64, HEX);
            case 2 -> drawn(1 + random.nextInt(500), HEX + "._-");
            default -> mangled(right, HEX + "GZ_-");
          };
      if (forged.equals(right)) {
        continue;
      }
      Visit visit = new Visit(client, home);
      visit.cookies().put(i % 9 == 0 ? "gill-session" : Visit.SESSION, forged);
      assertThat(visit.get("/api/sources").statusCode()).as(forged).isEqualTo(401);
    }
    Visit visit = new Visit(client, home);
    visit.cookies().put("gill-session", right);
    assertThat(visit.get("/api/sources").statusCode()).as("another cookie's name").isEqualTo(401);
    visit.cookies().put(Visit.SESSION, right);
    assertThat(visit.get("/api/sources").statusCode()).isEqualTo(200);
  }

  private static Caller caller() {
    return Claims.caller(
        name -> name.equals("sub") ? "u-1" : null,
        "groups",
        new Admins(Set.of(), Set.of(), _ -> Set.of()));
  }

  @Test
  void noStrayReplayedOrMangledReturnIsTaken() throws JOSEException {
    Visit honest = new Visit(client, home);
    URI attempt = honest.start("/");
    String code = provider.code(attempt, provider.claims(attempt).build());
    String cookie = honest.cookies().get(Visit.ATTEMPT);
    String state = StandInProvider.query(attempt.getRawQuery()).get("state");
    assertThat(honest.back(attempt, code).statusCode()).isEqualTo(303);
    Visit open = new Visit(client, home);
    URI other = open.start("/");
    String otherCookie = open.cookies().get(Visit.ATTEMPT);
    String otherState = StandInProvider.query(other.getRawQuery()).get("state");
    for (int i = 0; i < ROUNDS; i++) {
      String held =
          switch (i % 8) {
            case 0, 1 -> cookie;
            case 2 -> "";
            case 3 -> drawn(300, HEX + "._-");
            case 4, 5 -> otherCookie;
            default -> mangled(otherCookie, HEX + "._-");
          };
      String brought =
          switch (i % 8) {
            case 0 -> state;
            case 4 -> state;
            case 5 -> mangled(otherState, HEX + "_-");
            default -> otherState;
          };
      boolean isOther = alike(held, otherCookie) && brought.equals(otherState);
      if (isOther) {
        continue;
      }
      Visit thief = new Visit(client, home);
      thief.cookies().put(Visit.ATTEMPT, held);
      HttpResponse<String> answer =
          thief.open("/signin/callback?code=%s&state=%s".formatted(code, brought));
      assertThat(answer.statusCode()).as("round %d", i).isEqualTo(400);
      assertThat(thief.cookies()).doesNotContainKey(Visit.SESSION);
      assertThat(answer.body()).doesNotContain(code);
    }
    assertThat(open.back(other, provider.code(other, provider.claims(other).build())).statusCode())
        .as("the one that was begun can be finished all the same")
        .isEqualTo(303);
  }

  /** Whether both hold the same bytes; some signs of base64 hold bits that nobody reads. */
  private static boolean alike(String one, String other) {
    String[] first = one.split("\\.", -1);
    String[] second = other.split("\\.", -1);
    if (first.length != second.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (!Arrays.equals(new Base64URL(first[i]).decode(), new Base64URL(second[i]).decode())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aCodeThatTheProviderDoesNotTakeSignsNobodyIn() throws JOSEException {
    for (int i = 0; i < ROUNDS / 10; i++) {
      Visit visit = new Visit(client, home);
      URI attempt = visit.start("/");
      String right = provider.code(attempt, provider.claims(attempt).build());
      HttpResponse<String> answer =
          i % 3 == 0
              ? visit.open(
                  "/signin/callback?error=access_denied&state="
                      + StandInProvider.query(attempt.getRawQuery()).get("state"))
              : visit.back(attempt, i % 3 == 1 ? drawn(36, HEX) : right + "x");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(visit.cookies()).isEmpty();
    }
  }

  /** Also when it is the provider's own address that hands it out, as a thief in between could. */
  @Test
  void noTokenOfThePersonIsTakenThatTheProviderDidNotSignForThisAttempt() throws Exception {
    URI before = new Visit(client, home).start("/");
    String stale = provider.signed(provider.claims(before).build());
    RSASSASigner stranger = new RSASSASigner(StandInProvider.newKey());
    for (int i = 0; i < ROUNDS; i++) {
      Visit visit = new Visit(client, home);
      URI attempt = visit.start("/");
      String token = i % 12 == 0 ? stale : forged(i % 12, attempt, stranger);
      HttpResponse<String> answer =
          visit.back(attempt, provider.code(attempt, token, "{\"sub\":\"u-17\"}"));
      assertThat(answer.statusCode()).as("kind %d: %s", i % 12, token).isIn(403, 503);
      assertThat(visit.cookies()).as("kind %d", i % 12).isEmpty();
    }
  }

  private String forged(int kind, URI attempt, RSASSASigner stranger) throws JOSEException {
    JWTClaimsSet.Builder claims = provider.claims(attempt);
    Instant now = Instant.now();
    return switch (kind) {
      case 1 -> provider.signed(claims.issuer(issuer + "/other").build());
      case 2 -> provider.signed(claims.audience("another-client").build());
      case 3 -> provider.signed(claims.audience(List.of("gill", "x")).claim("azp", "x").build());
      case 4 -> provider.signed(claims.expirationTime(Date.from(now.minusSeconds(3_600))).build());
      case 5 -> provider.signed(claims.claim("nonce", drawn(43, HEX)).build());
      case 6 -> provider.signed(claims.claim("nonce", null).build());
      case 7 -> provider.signed(claims.subject(null).build());
      case 8 -> new PlainJWT(claims.build()).serialize();
      case 9 -> signed(claims.build(), JWSAlgorithm.RS256, stranger);
      case 10 ->
          signed(
              claims.build(),
              JWSAlgorithm.HS256,
              new MACSigner(provider.key().toPublicJWK().toRSAKey().toRSAPublicKey().getEncoded()));
      default -> {
        String right = provider.signed(claims.build());
        String other = mangled(right, "abcXYZ019-_.");
        yield alike(right, other) ? right.substring(0, right.length() / 2) : other;
      }
    };
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm by, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(by).keyID("one").build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
