package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.Rounds;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever broken clients send, it is refused with the right status, and nothing breaks. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class MangledRequestsTest {
  private static final int REQUESTS = 1_000;
  private static final int INTERNAL = -32603;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> CALLS =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":{\"question\":\"writer"
              + " before you restore\",\"source\":\"handbook\",\"since\":\"2026-01-01\"}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"restore\",\"limit\":5,\"cursor\":\"2\"}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"read_document\",\"arguments\":{\"id\":\"handbook:runbooks/restore.md\",\"start\":10,\"end\":90}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"recent_changes\",\"arguments\":{\"since\":\"2026-01-01T00:00:00Z\",\"limit\":3}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"who_knows\",\"arguments\":{\"topic\":\"restore\",\"limit\":2}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"resources/list\",\"params\":{\"cursor\":\"AGhhbmRib29rOmE\"}}",
          "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"resources/read\",\"params\":{\"uri\":\"gill://documents/handbook:runbooks/restore.md?start=5\"}}",
          "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"gill://documents/handbook:runbooks/restore.md\"}}");

  private static final List<String> CHATS =
      List.of(
          "{\"model\":\"gill\",\"messages\":[{\"role\":\"system\",\"content\":\"Be"
              + " brief.\"},{\"role\":\"user\",\"content\":\"writer before you restore\"}]}",
          "{\"model\":\"gill\",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"n\":1,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"请年假需要提前多久申请？\"}]}]}");

  /** A path of the interface, and a right body. */
  private static final List<Map.Entry<String, String>> CALLS_OF_PROGRAMS =
      List.of(
          Map.entry("/api/ask", "{\"question\":\"writer before you restore\"}"),
          Map.entry(
              "/api/ask",
              "{\"question\":\"请年假需要提前多久申请？\",\"sources\":[\"handbook\"],\"since\":\"2026-01-01\"}"),
          Map.entry(
              "/api/feedback",
              "{\"question\":\"a\",\"helpful\":true,\"document\":\"handbook:runbooks/restore.md\",\"revision\":\"1\",\"start\":1,\"end\":5}"));

  @Inject SmallHouse house;
  @Inject ObjectMapper json;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private HttpResponse<String> post(HttpClient client, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void agents() throws IOException, InterruptedException {
    Random random = new Random(1207);
    Mangling mangling = new Mangling(random);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < Rounds.of(REQUESTS); i++) {
        byte[] body = mangling.of(CALLS.get(random.nextInt(CALLS.size())));
        HttpResponse<String> response = post(client, "/mcp", body);
        String sent = new String(body, StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(sent).isIn(200, 202, 400);
        JsonNode said = json.readTree(response.body());
        assertThat(said.at("/error/code").asInt()).as(sent).isNotEqualTo(INTERNAL);
        if (response.statusCode() == 400) {
          assertThat(said.at("/error/message").asText()).as(sent).isNotBlank();
        }
      }
      assertThat(post(client, "/mcp", CALLS.get(1).getBytes(StandardCharsets.UTF_8)).body())
          .contains("\"status\":\"answered\"");
    }
  }

  @Test
  void programs() throws IOException, InterruptedException {
    Random random = new Random(1209);
    Mangling mangling = new Mangling(random);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < Rounds.of(REQUESTS); i++) {
        var call = CALLS_OF_PROGRAMS.get(random.nextInt(CALLS_OF_PROGRAMS.size()));
        byte[] body = mangling.of(call.getValue());
        HttpResponse<String> response = post(client, call.getKey(), body);
        String sent = new String(body, StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(sent).isIn(200, 204, 400, 404, 409);
        if (response.statusCode() >= 400) {
          JsonNode problem = json.readTree(response.body());
          assertThat(problem.path("type").asText()).as(sent).startsWith("urn:gill:problem:");
          assertThat(problem.path("detail").asText()).as(sent).isNotBlank();
        }
      }
    }
  }

  @Test
  void chats() throws IOException, InterruptedException {
    Random random = new Random(1208);
    Mangling mangling = new Mangling(random);
    Set<Integer> right = Set.of(200, 400, 404);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < Rounds.of(REQUESTS); i++) {
        byte[] body = mangling.of(CHATS.get(random.nextInt(CHATS.size())));
        HttpResponse<String> response = post(client, "/v1/chat/completions", body);
        String sent = new String(body, StandardCharsets.UTF_8);
        assertThat(right).as(sent).contains(response.statusCode());
        if (response.statusCode() != 200) {
          JsonNode error = json.readTree(response.body()).path("error");
          assertThat(error.path("message").asText()).as(sent).isNotBlank();
          assertThat(error.path("type").asText()).as(sent).isEqualTo("invalid_request_error");
        }
      }
      assertThat(
              post(
                      client,
                      "/v1/chat/completions",
                      CHATS.getFirst().getBytes(StandardCharsets.UTF_8))
                  .body())
          .contains("Stop the writer");
    }
  }
}
