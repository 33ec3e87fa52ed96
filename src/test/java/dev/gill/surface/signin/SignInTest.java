package dev.gill.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.model.GroupId;
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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SignedInHouse.class)
class SignInTest {
  @Inject SmallHouse house;
  @Inject AccessTokens tokens;
  @Inject Sessions sessions;
  @TestHTTPResource URI home;

  @ConfigProperty(name = "small-house.issuer")
  URI issuer;

  private final HttpClient client = HttpClient.newHttpClient();
  private StandInProvider provider;
  private Visit visit;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    provider = new StandInProvider(issuer);
    visit = new Visit(client, home);
  }

  @AfterEach
  void close() {
    provider.close();
    client.close();
  }

  private HttpResponse<String> signIn(String to) throws JOSEException {
    URI attempt = visit.start(to);
    return visit.back(attempt, provider.code(attempt, provider.claims(attempt).build()));
  }

  private Caller caller() {
    return sessions.of(visit.cookies().get(Visit.SESSION)).orElseThrow();
  }

  @Test
  void aPersonIsSentToSignInAndComesBackToWhatTheyAskedFor() throws JOSEException {
    HttpResponse<String> first = visit.open("/?q=who%20is%20on%20call");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(Visit.location(first))
        .hasToString("/signin/start?to=%2F%3Fq%3Dwho%2520is%2520on%2520call");
    URI attempt = Visit.location(visit.open(Visit.location(first).toString()));
    assertThat(attempt.toString()).startsWith(issuer + "/authorize?");
    assertThat(StandInProvider.query(attempt.getRawQuery()))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "gill")
        .containsEntry("redirect_uri", "https://gill.example.com/signin/callback")
        .containsEntry("scope", "openid email profile")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    HttpResponse<String> back =
        visit.back(attempt, provider.code(attempt, provider.claims(attempt).build()));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Visit.location(back)).hasToString("/?q=who%20is%20on%20call");
    assertThat(visit.cookies()).containsOnlyKeys(Visit.SESSION);
    assertThat(visit.open("/").body()).contains("Alice Doe", "Sign out");
    assertThat(visit.get("/api/sources").statusCode()).isEqualTo(200);
    assertThat(caller().identities())
        .containsExactlyInAnyOrder(
            Identity.email("alice@lab.test"), new Identity("signin", "u-17"));
    assertThat(caller().groups()).containsExactly(GroupId.configured("engineering"));
  }

  @Test
  void cookiesAreForThisHostByTlsAloneAndNoScriptReadsThem() throws JOSEException {
    for (HttpResponse<String> answer : List.of(visit.open("/signin/start"), signIn("/"))) {
      assertThat(answer.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.startsWith("__Host-"))
          .allMatch(cookie -> cookie.contains("Path=/") && !cookie.contains("Domain"))
          .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("Secure"))
          .allMatch(cookie -> cookie.contains("SameSite=Lax"));
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'", "form-action 'self'");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void aProgramIsToldWhatToDo() {
    HttpResponse<String> refused = visit.get("/api/sources");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            said -> assertThat(said).startsWith("Bearer realm=\"gill\", resource_metadata="));
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("urn:gill:problem:sign-in-needed", "docs/sign-in.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sources",
        "/documents/team:runbooks/restore.md",
        "/api/ask",
        "/api/search?q=x",
        "/api/suggest?q=x",
        "/api/sources",
        "/api/breaths",
        "/api/documents/team:a.md",
        "/nothing",
        "/api/hooks/../sources",
        "/api/hooks/%2e%2e/sources",
        "/assets/../api/sources",
        "/q/../api/sources",
        "//api/sources",
        "/api/sources;/q/",
        "/api//sources",
        "/API/sources"
      })
  void nothingIsShownToWhoeverHasNotSignedIn(String path) {
    HttpResponse<String> answer = visit.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/metrics", "/q/openapi", "/assets/gill.css"})
  void whatMachinesLookAtStaysInReach(String path) {
    assertThat(visit.send(visit.request(path).GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void aHookNeedsItsOwnProofAlone() {
    assertThat(visit.post("/api/hooks/team/" + SmallHouse.HOOK_SECRET, "{}").statusCode())
        .isEqualTo(202);
    assertThat(visit.post("/api/hooks/team/wrong", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void whoSignsOutIsUnknownFromThenOn() throws JOSEException {
    signIn("/");
    String cookie = visit.cookies().get(Visit.SESSION);
    HttpResponse<String> ended = visit.post("/signin/end", "");
    assertThat(ended.statusCode()).isEqualTo(303);
    assertThat(visit.cookies()).isEmpty();
    assertThat(visit.open(Visit.location(ended).toString()).body())
        .contains("Signed out", issuer + "/end?client_id=gill");
    visit.cookies().put(Visit.SESSION, cookie);
    assertThat(visit.get("/api/sources").statusCode()).isEqualTo(401);
  }

  @Test
  void anotherSitesPageSendsNothingInSomebodysName() throws JOSEException {
    signIn("/");
    String body = "{\"question\":\"Who is on call?\"}";
    for (String[] header :
        new String[][] {
          {"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}, {"X-Nothing", "x"}
        }) {
      for (String path : List.of("/api/ask", "/signin/end")) {
        HttpResponse<String> refused =
            visit.send(
                visit
                    .request(path)
                    .header("Content-Type", "application/json")
                    .header(header[0], header[1])
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(refused.statusCode()).as(header[0]).isEqualTo(403);
      }
    }
    assertThat(visit.post("/api/ask", body).statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatNobodyVerifiedIsNobodys() throws JOSEException {
    for (Object verified : new Object[] {null, false, "false", 1}) {
      URI attempt = visit.start("/");
      visit.back(
          attempt,
          provider.code(
              attempt,
              provider
                  .claims(attempt)
                  .claim("email", "root@lab.test")
                  .claim("email_verified", verified)
                  .build()));
      assertThat(caller().identities()).containsExactly(new Identity("signin", "u-17"));
      assertThat(visit.post("/api/sources/handbook/sync", "").statusCode()).isEqualTo(403);
    }
  }

  /** The Kelvin sign is a k in lower case, and ſ an s in upper case. */
  @ParameterizedTest
  @ValueSource(strings = {"al\u0130ce@lab.test", "roo\u212A@lab.test", "a b@lab.test", "x", "@x"})
  void anAddressThatCouldBeTakenForAnothersIsNobodys(String address) throws JOSEException {
    URI attempt = visit.start("/");
    visit.back(
        attempt, provider.code(attempt, provider.claims(attempt).claim("email", address).build()));
    assertThat(caller().identities()).containsExactly(new Identity("signin", "u-17"));
  }

  @Test
  void aGroupOfTheProviderIsNeverAnotherSystems() throws JOSEException {
    URI attempt = visit.start("/");
    visit.back(
        attempt,
        provider.code(
            attempt, provider.claims(attempt).claim("groups", List.of("wiki:editors")).build()));
    assertThat(caller().groups()).containsExactly(GroupId.configured("wiki:editors"));
    assertThat(caller().groups()).doesNotContain(new GroupId("wiki", "editors"));
  }

  @Test
  void whatTheTokenLeavesOutIsAskedForOfTheSamePersonOnly() throws JOSEException {
    URI attempt = visit.start("/");
    var bare = provider.claims(attempt).claim("groups", null).claim("email", null).build();
    String more =
        "{\"sub\":\"%s\",\"email\":\"alice@lab.test\",\"email_verified\":true,\"groups\":\"hr\"}";
    visit.back(attempt, provider.code(attempt, provider.signed(bare), more.formatted("u-17")));
    assertThat(caller().groups()).containsExactly(GroupId.configured("hr"));
    assertThat(caller().identities()).contains(Identity.email("alice@lab.test"));
    visit.cookies().clear();
    URI second = visit.start("/");
    bare = provider.claims(second).claim("groups", null).claim("email", null).build();
    HttpResponse<String> refused =
        visit.back(second, provider.code(second, provider.signed(bare), more.formatted("u-18")));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(visit.cookies()).isEmpty();
  }

  @Test
  void onlyAdminsHaveSourcesLookedAt() throws JOSEException {
    signIn("/");
    HttpResponse<String> refused = visit.post("/api/sources/handbook/sync", "");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("gill.signin.admins");
    for (String claim : List.of("groups", "email")) {
      URI attempt = visit.start("/");
      var claims = provider.claims(attempt);
      if (claim.equals("groups")) {
        claims.claim("groups", List.of("x", "gill-admins"));
      } else {
        claims.claim("email", "Root@Lab.Test");
      }
      visit.back(attempt, provider.code(attempt, claims.build()));
      assertThat(visit.post("/api/sources/handbook/sync", "").statusCode())
          .as(claim)
          .isEqualTo(202);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example", "https://evil.example", "/%5Cevil.example", "%2F%2Fevil.example",
        "/%0d%0aSet-Cookie:x", "javascript:alert(1)", "/signin/start", ""
      })
  void aLinkToTheSignInLeadsNobodyElsewhere(String to) throws JOSEException {
    assertThat(Visit.location(signIn(to))).hasToString("/");
  }

  @ParameterizedTest
  @CsvSource({
    "ask,        200, 403, 403",
    "read,       403, 200, 403",
    "'ask,read', 200, 200, 403",
    "admin,      403, 403, 202"
  })
  void aTokenIsGoodForWhatItsScopesSay(String scopes, int ask, int read, int sync)
      throws IOException {
    Set<TokenScope> wanted =
        Arrays.stream(scopes.split(",")).map(TokenScope::parse).collect(Collectors.toSet());
    String token =
        tokens.make("ci", Identity.email("root@lab.test"), wanted, Duration.ofDays(1)).secret();
    assertThat(bearing(token, "/api/search?q=restore")).isEqualTo(ask);
    assertThat(bearing(token, "/api/sources")).isEqualTo(read);
    HttpResponse<String> synced =
        visit.send(
            visit
                .request("/api/sources/handbook/sync")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(synced.statusCode()).isEqualTo(sync);
  }

  @Test
  void aTokenGivesNobodyMoreThanTheyHave() throws IOException {
    String token =
        tokens
            .make("x", Identity.email("bob@lab.test"), Set.of(TokenScope.ADMIN), Duration.ofDays(1))
            .secret();
    HttpResponse<String> refused =
        visit.send(
            visit
                .request("/api/sources/handbook/sync")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void aRevokedTokenIsRefusedAndSaysSo() throws IOException {
    AccessTokens.Made made =
        tokens.make(
            "ci", Identity.email("bob@lab.test"), Set.of(TokenScope.READ), Duration.ofDays(1));
    assertThat(bearing(made.secret(), "/api/sources")).isEqualTo(200);
    tokens.revoke(made.token().id());
    HttpResponse<String> refused =
        visit.send(
            visit.request("/api/sources").header("Authorization", "Bearer " + made.secret()).GET());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_token\"");
    assertThat(refused.body()).doesNotContain(made.secret());
  }

  /** The clock of the small house stands still, so nobody's pace recovers. */
  @Test
  void whoAsksTooFastIsAskedToWaitWhateverTheyShowAndNobodyElseIs() throws IOException {
    List<String> hurried = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      hurried.add(
          tokens
              .make(
                  name, Identity.email("eve@lab.test"), Set.of(TokenScope.ASK), Duration.ofDays(1))
              .secret());
    }
    for (int i = 0; i < 50; i++) {
      assertThat(bearing(hurried.get(i % 2), "/api/search?q=restore")).as("%d", i).isEqualTo(200);
    }
    HttpResponse<String> refused =
        visit.send(
            visit
                .request("/api/search;x=y?q=restore")
                .header("Authorization", "Bearer " + hurried.getFirst())
                .GET());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("urn:gill:problem:too-fast", "ask again in 1 s");
    String calm =
        tokens
            .make("x", Identity.email("calm@lab.test"), Set.of(TokenScope.ASK), Duration.ofDays(1))
            .secret();
    assertThat(bearing(calm, "/api/search?q=restore")).isEqualTo(200);
  }

  private int bearing(String token, String path) {
    return visit
        .send(visit.request(path).header("Authorization", "bearer " + token).GET())
        .statusCode();
  }

  @Test
  void whileTheProviderIsDownWhoSignedInGoesOnAndOthersAreAskedToWait() throws Exception {
    signIn("/");
    provider.close();
    assertThat(visit.get("/api/sources").statusCode()).isEqualTo(200);
    Visit other = new Visit(client, home);
    HttpResponse<String> refused = other.open("/signin/callback?code=x&state=y");
    assertThat(refused.statusCode()).isEqualTo(400);
    URI attempt = other.start("/");
    HttpResponse<String> back = other.back(attempt, "some-code");
    assertThat(back.statusCode()).isEqualTo(503);
    assertThat(back.headers().firstValue("Retry-After")).isPresent();
    assertThat(back.body()).contains("does not answer").doesNotContain("some-code");
  }
}
