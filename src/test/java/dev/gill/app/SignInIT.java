package dev.gill.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.gill.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built application in front of a real provider and a real browser. */
class SignInIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION = "What is the launch code of the pump?";
  private static final String ANSWER = "The launch code of the pump is seven tulips.";

  @TempDir Path home;
  private String address;
  private OidcServer provider;
  private Launched gill;

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(Duration.ofMinutes(1).toMillis());
  }

  @BeforeEach
  void start() throws Exception {
    int port = Ports.free();
    address = "http://localhost:" + port;
    provider = OidcServer.start(address);
    Files.createDirectories(home.resolve("everyone"));
    Files.writeString(home.resolve("everyone/tea.md"), "# Tea\n\nThe tea steeps four minutes.\n");
    Files.createDirectories(home.resolve("engineers"));
    Files.writeString(home.resolve("engineers/pump.md"), "# Pump\n\n" + ANSWER + "\n");
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/application.properties"),
        """
        quarkus.http.host=0.0.0.0
        quarkus.http.port=%d
        gill.models=%s
        gill.sources.everyone.type=folder
        gill.sources.everyone.path=everyone
        gill.sources.engineers.type=folder
        gill.sources.engineers.path=engineers
        gill.sources.engineers.audience=engineering
        gill.groups.engineering=carol@lab.test
        gill.signin=oidc
        gill.signin.issuer=%s
        gill.signin.url=%s
        gill.signin.client-id=gill
        gill.signin.admins=alice@lab.test
        """
            .formatted(port, Path.of("models").toAbsolutePath(), provider.issuer(), address));
    gill = Launched.in(home, Map.of("GILL_SIGNIN_CLIENT_SECRET", "tulip-secret"));
    await().atMost(Duration.ofMinutes(2)).until(() -> status("/q/health/ready", "") == 200);
  }

  @AfterEach
  void stop() {
    if (gill != null) {
      gill.close();
    }
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  void whatIsShownAndToWhomDependsOnWhoSignedIn() throws Exception {
    assertThat(status("/api/search?q=pump", "")).isEqualTo(401);
    try (Browser browser = Browser.open(address)) {
      Page alice = signIn(browser, "alice");
      assertThat(alice.locator(".visitor .name")).hasText("Alice Doe");
      ask(alice);
      assertThat(alice.locator("#result")).containsText(ANSWER);
      String document = alice.locator("#result a.open").first().getAttribute("href");
      assertThat(alice.evaluate("document.cookie")).as("scripts read no cookie").isEqualTo("");
      assertThat(sync(alice)).as("an admin").isEqualTo(202);

      Page bob = signIn(browser, "bob");
      ask(bob);
      assertThat(bob.locator("#result")).isVisible();
      assertThat(bob.content()).doesNotContain("tulips").doesNotContain("Pump");
      assertThat(bob.navigate(address + document).status()).isEqualTo(404);
      assertThat(bob.content()).doesNotContain("tulips");
      assertThat(sync(bob)).as("no admin").isEqualTo(403);

      Page mallory = signIn(browser, "mallory");
      assertThat(mallory.locator(".visitor .name")).hasText("Alice Doe");
      assertThat(sync(mallory)).as("an address that nobody verified").isEqualTo(403);

      alice.locator(".visitor button").click();
      assertThat(alice.locator("h1")).hasText("Signed out");
      assertThat(alice.evaluate("fetch('/api/sources').then(r => r.status)")).isEqualTo(401);
    }
    assertThat(gill.all()).doesNotContain("tulip-secret").doesNotContain("tulips");
  }

  private Page signIn(Browser browser, String person) {
    Page page = browser.visit("/", Browser.Look.LIGHT);
    page.locator("input[name=login]").fill(person);
    page.locator("input[name=password]").fill("any");
    page.locator("button[type=submit]").click();
    page.locator("button[type=submit]").click(); // lets Gill know of it
    assertThat(page).hasURL(address + "/");
    page.waitForLoadState(); // only then the page's script takes keys
    return page;
  }

  private void ask(Page page) {
    page.locator("#question").fill(QUESTION);
    page.keyboard().press("Enter");
  }

  private static int sync(Page page) {
    return (int)
        page.evaluate("fetch('/api/sources/everyone/sync', {method: 'POST'}).then(r => r.status)");
  }

  @Test
  void aTokenAsksAsItsOwnerUntilItIsRevoked() throws Exception {
    String carol = token("carol@lab.test", "ask,read");
    String dave = token("dave@lab.test", "ask,read");
    try (Launched ask = Launched.in(home, Map.of("GILL_TOKEN", carol), "ask", QUESTION)) {
      assertThat(ask.exit()).as(ask.said()).isZero();
      assertThat(ask.said()).contains(ANSWER);
    }
    try (Launched ask = Launched.in(home, Map.of("GILL_TOKEN", dave), "ask", QUESTION)) {
      assertThat(ask.exit()).as(ask.said()).isEqualTo(1);
      assertThat(ask.said()).doesNotContain("tulips");
    }
    try (Launched ask = Launched.in(home, "ask", QUESTION)) {
      assertThat(ask.exit()).isEqualTo(2);
      assertThat(ask.said()).contains("send an access token");
    }
    try (Launched admin = create("bob@lab.test", "admin")) {
      assertThat(admin.exit()).isEqualTo(2);
      assertThat(admin.said()).contains("bob@lab.test is no admin; add them to gill.signin.admins");
    }
    String id = carol.split("_")[1];
    try (Launched list = Launched.in(home, "token", "list")) {
      assertThat(list.exit()).isZero();
      assertThat(list.said()).contains(id, "carol@lab.test  ask,read  until").doesNotContain(carol);
    }
    assertThat(status("/api/sources", carol)).isEqualTo(200);
    try (Launched revoke = Launched.in(home, "token", "revoke", id)) {
      assertThat(revoke.exit()).as(revoke.said()).isZero();
    }
    await().until(() -> status("/api/sources", carol) == 401);
    assertThat(gill.all()).doesNotContain(carol).doesNotContain(dave);
  }

  @Test
  void aTokenOfTheProvidersIsTakenIfItWasMadeForThisGill() throws Exception {
    HttpResponse<String> refused = send("/mcp", "", "{}");
    assertThat(refused.statusCode()).isEqualTo(401);
    String described = address + "/.well-known/oauth-protected-resource/mcp";
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            challenge ->
                assertThat(challenge).contains("resource_metadata=\"%s\"".formatted(described)));
    JsonNode metadata = JSON.readTree(send(described.substring(address.length()), "", "").body());
    assertThat(metadata.path("resource").asText()).isEqualTo(address + "/mcp");
    assertThat(metadata.at("/authorization_servers/0").asText()).isEqualTo(provider.issuer());

    String ask = "{\"question\":\"" + QUESTION + "\"}";
    String token = provider.token(metadata.path("resource").asText());
    HttpResponse<String> answered = send("/api/ask", token, ask);
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    assertThat(answered.body()).contains(ANSWER);
    assertThat(send("/api/sources/everyone/sync", token, "{}").statusCode()).isEqualTo(403);

    String another = provider.token("https://another.example.com/");
    assertThat(send("/api/ask", another, ask).statusCode()).isEqualTo(401);
    assertThat(gill.all()).doesNotContain(token).doesNotContain(another);
  }

  /** Posts a body, or gets what is there if there is none. */
  private HttpResponse<String> send(String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private Launched create(String owner, String scope) throws IOException {
    return Launched.in(home, "token", "create", "for tests", "--as", owner, "--scope", scope);
  }

  private String token(String owner, String scope) throws Exception {
    try (Launched made = create(owner, scope)) {
      assertThat(made.exit()).as(made.said()).isZero();
      return made.said().lines().findFirst().orElseThrow();
    }
  }

  /** The status of an answer; -1 where there is none. */
  private int status(String path, String token) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    }
  }
}
