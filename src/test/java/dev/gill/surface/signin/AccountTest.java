package dev.gill.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.model.Identity;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of whoever signed in. */
@Tag("slow")
@QuarkusTest
@TestProfile(SignedInHouse.class)
class AccountTest {
  private static final Pattern SECRET = Pattern.compile("gill_([0-9a-f]{12})_[0-9a-f]{64}");

  @Inject SmallHouse house;
  @Inject AccessTokens tokens;
  @TestHTTPResource URI home;

  @ConfigProperty(name = "small-house.issuer")
  URI issuer;

  private final HttpClient client = HttpClient.newHttpClient();
  private StandInProvider provider;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    house.forgotten.clear();
    provider = new StandInProvider(issuer);
  }

  @AfterEach
  void close() {
    provider.close();
    client.close();
  }

  private Visit signIn(String email) throws JOSEException {
    Visit visit = new Visit(client, home);
    URI attempt = visit.start("/");
    visit.back(
        attempt,
        provider.code(
            attempt, provider.claims(attempt).subject(email).claim("email", email).build()));
    return visit;
  }

  private static HttpResponse<String> form(Visit visit, String path, String fields) {
    return visit.send(
        visit
            .request(path)
            .header("Origin", visit.request("/").build().uri().toString().replaceAll("/$", ""))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
  }

  private int reads(String token) {
    Visit program = new Visit(client, home);
    return program
        .send(program.request("/api/sources").header("Authorization", "Bearer " + token).GET())
        .statusCode();
  }

  @Test
  void aTokenIsMadeShownOnceUsedAndRevokedByItsOwnerAlone() throws JOSEException {
    Visit alice = signIn("alice@lab.test");
    String made = form(alice, "/me/tokens", "name=my+report&days=7&scope=ask&scope=read").body();
    Matcher secret = SECRET.matcher(made);
    assertThat(secret.find()).as(made).isTrue();
    assertThat(reads(secret.group())).isEqualTo(200);
    String page = alice.open("/me").body();
    assertThat(page)
        .contains("my report", "ask, read", "alice@lab.test", "until")
        .doesNotContain(secret.group());

    Visit bob = signIn("bob@lab.test");
    String revoke = "/me/tokens/%s/revoke".formatted(secret.group(1));
    assertThat(bob.open("/me").body()).doesNotContain("my report");
    assertThat(form(bob, revoke, "").statusCode()).isEqualTo(404);
    assertThat(reads(secret.group())).isEqualTo(200);
    assertThat(form(alice, revoke, "").statusCode()).isEqualTo(303);
    assertThat(reads(secret.group())).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name=&days=7&scope=ask",
        "name=x&days=0&scope=ask",
        "name=x&days=367&scope=ask",
        "name=x&days=-1&scope=ask",
        "name=x&days=7",
        "name=x&days=7&scope=all",
        "name=x&days=7&scope=admin",
        "name=%00&days=7&scope=ask"
      })
  void whatWillNotDoMakesNone(String fields) throws JOSEException, IOException {
    int before = tokens.all().size();
    HttpResponse<String> refused = form(signIn("alice@lab.test"), "/me/tokens", fields);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("No token was made.");
    assertThat(tokens.all()).hasSize(before);
  }

  @Test
  void aTokenMakesNoTokens() throws IOException {
    String token =
        tokens
            .make(
                "x",
                Identity.email("root@lab.test"),
                EnumSet.allOf(TokenScope.class),
                Duration.ofDays(1))
            .secret();
    Visit program = new Visit(client, home);
    HttpResponse<String> refused =
        program.send(
            program
                .request("/me/tokens")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=x&days=7&scope=ask")));
    assertThat(refused.statusCode()).isEqualTo(404);
  }

  @Test
  void whoWantsToBeForgottenIsByAllThatProvesThem() throws JOSEException {
    Visit alice = signIn("alice@lab.test");
    assertThat(alice.open("/me").body()).contains("Have Gill forget what I wrote");
    assertThat(form(alice, "/me/optout", "").statusCode()).isEqualTo(303);
    assertThat(house.forgotten)
        .containsExactlyInAnyOrder(
            Identity.email("alice@lab.test"), new Identity("signin", "alice@lab.test"));
    assertThat(alice.open("/me").body())
        .contains("Gill reads nothing of what you wrote")
        .doesNotContain("Have Gill forget what I wrote");
  }

  @Test
  void onlyAnAdminHasSomebodyElseForgotten() throws JOSEException {
    String body = "{\"person\":\"Li@Example.org\"}";
    assertThat(signIn("alice@lab.test").post("/api/forget", body).statusCode()).isEqualTo(403);
    assertThat(new Visit(client, home).post("/api/forget", body).statusCode()).isEqualTo(401);
    assertThat(house.forgotten).isEmpty();
    Visit root = signIn("root@lab.test");
    for (String wrong : Set.of("{}", "{\"person\":\"li\"}", "[", "{\"person\":\"\"}")) {
      assertThat(root.post("/api/forget", wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(root.post("/api/forget", body).statusCode()).isEqualTo(202);
    assertThat(house.forgotten).containsExactly(Identity.email("li@example.org"));
  }
}
