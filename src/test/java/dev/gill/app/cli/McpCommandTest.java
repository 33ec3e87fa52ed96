package dev.gill.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Scopes;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.gill.surface.mcp.Sessions;
import dev.gill.sync.Breath;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program that an agent starts, in front of a Gill that runs. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class McpCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}";
  private static final String FOLLOW =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"gill://documents/%s\"}}"
          .formatted(SmallTeam.RESTORE);
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";

  @Inject SmallHouse house;
  @Inject Sessions sessions;
  @Inject ObjectMapper json;
  @TestHTTPResource URI home;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private URI here() {
    return URI.create("http://localhost:" + home.getPort() + "/mcp");
  }

  @Test
  void theOfficialClientStartsItAndAsks() {
    ServerParameters program =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args(
                List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.gill.app.Main",
                    "mcp",
                    "--url",
                    "http://localhost:" + home.getPort()))
            .build();
    try (McpSyncClient client =
        McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper()))
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .build()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("gill");
      McpSchema.CallToolResult answer =
          client.callTool(
              McpSchema.CallToolRequest.builder("ask")
                  .arguments(Map.of("question", "writer before you restore"))
                  .build());
      assertThat(((McpSchema.TextContent) answer.content().getFirst()).text())
          .contains(SmallTeam.STOP);
    }
  }

  @Test
  void notificationsComeThrough() throws InterruptedException {
    try (McpBridge bridge = new McpBridge(here(), Optional.empty(), said::add)) {
      bridge.pass(INITIALIZE);
      bridge.pass(FOLLOW);
      await().atMost(PATIENCE).until(() -> said.size() == 2);
      DocId doc = DocId.parse(SmallTeam.RESTORE);
      Breath breath =
          new Breath(
              doc,
              Breath.Kind.UPSERTED,
              Scopes.of(doc, new Audience.Everyone()),
              1,
              1,
              Duration.ZERO,
              SmallHouse.NOW);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                sessions.changed(breath);
                return said.stream().anyMatch(line -> line.contains("resources/updated"));
              });
    }
  }

  @Test
  void aSessionThatGillHasForgottenIsBegunAgain() throws InterruptedException, IOException {
    try (McpBridge bridge = new McpBridge(here(), Optional.empty(), said::add)) {
      bridge.pass(INITIALIZE);
      sessions.forgetAll();
      bridge.pass(PING);
      await().atMost(PATIENCE).until(() -> said.size() == 2);
    }
    JsonNode answer = json.readTree(said.getLast());
    assertThat(answer.path("id").asText()).isEqualTo("p");
    assertThat(answer.path("result").isObject()).isTrue();
  }

  @Test
  void whatIsNoMessageIsAnsweredAndAGillThatIsNotThereIsNamed()
      throws InterruptedException, IOException {
    try (McpBridge bridge = new McpBridge(here(), Optional.empty(), said::add)) {
      bridge.pass("{");
      bridge.pass(" ");
    }
    assertThat(json.readTree(said.getFirst()).at("/error/code").asInt()).isEqualTo(-32700);
    said.clear();
    try (McpBridge bridge =
        new McpBridge(URI.create("http://localhost:1/mcp"), Optional.empty(), said::add)) {
      bridge.pass(PING);
      bridge.pass("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }
    assertThat(said).hasSize(1);
    assertThat(json.readTree(said.getFirst()).at("/error/message").asText())
        .isEqualTo("No Gill answers at http://localhost:1/mcp; start it with ./gill up.");
  }
}
