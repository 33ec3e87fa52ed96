package dev.gill.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Scopes;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.gill.sync.Breath;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the client of the protocol's own SDK for Java. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class OfficialClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String RESTORE = "gill://documents/" + SmallTeam.RESTORE;

  @Inject SmallHouse house;
  @Inject Sessions sessions;
  @TestHTTPResource URI home;

  private final List<String> updated = new CopyOnWriteArrayList<>();
  private final List<Integer> listed = new CopyOnWriteArrayList<>();

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private McpSyncClient client() {
    String base = "http://localhost:" + home.getPort();
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(base)
                .endpoint("/mcp")
                .customizeClient(http -> http.executor(OfficialClientTest::run))
                .build())
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE)
        .resourcesUpdateConsumer(all -> all.forEach(each -> updated.add(each.uri())))
        .resourcesChangeConsumer(all -> listed.add(all.size()))
        .build();
  }

  /** The SDK looks for its classes by the thread, and Quarkus has loaded them for this test. */
  private static void run(Runnable task) {
    Thread thread = new Thread(task, "mcp-client");
    thread.setContextClassLoader(OfficialClientTest.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  @Test
  void callsEveryTool() {
    try (McpSyncClient client = client()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("gill");
      assertThat(client.listTools().tools()).hasSize(5);
      assertThat(text(call(client, "ask", Map.of("question", "writer before you restore"))))
          .contains(SmallTeam.STOP);
      assertThat(text(call(client, "search", Map.of("query", "restore"))))
          .contains(SmallTeam.RESTORE);
      assertThat(text(call(client, "read_document", Map.of("id", SmallTeam.RESTORE))))
          .contains(SmallTeam.STOP);
      assertThat(text(call(client, "recent_changes", Map.of()))).contains(SmallTeam.LEAVE);
      assertThat(text(call(client, "who_knows", Map.of("topic", "restore"))))
          .contains("Platform team");
      assertThat(call(client, "search", Map.of()).isError()).isTrue();
    }
  }

  @Test
  void readsDocumentsAndHearsWhenTheyChange() {
    try (McpSyncClient client = client()) {
      client.initialize();
      List<String> uris = new ArrayList<>();
      client.listResources().resources().forEach(each -> uris.add(each.uri()));
      assertThat(uris).contains(RESTORE).hasSize(3);
      assertThat(
              client
                  .readResource(McpSchema.ReadResourceRequest.builder(RESTORE).build())
                  .contents())
          .hasSize(1);
      client.subscribeResource(McpSchema.SubscribeRequest.builder(RESTORE).build());
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                sessions.changed(breath(SmallTeam.SALARIES, SmallTeam.LEADS));
                sessions.changed(breath(SmallTeam.RESTORE, new Audience.Everyone()));
                assertThat(updated).contains(RESTORE);
                assertThat(listed).contains(3);
              });
      assertThat(updated).containsOnly(RESTORE);
    }
  }

  private static Breath breath(String doc, Audience audience) {
    DocId id = DocId.parse(doc);
    return new Breath(
        id,
        Breath.Kind.UPSERTED,
        Scopes.of(id, audience),
        1,
        1,
        Duration.ofMillis(1),
        SmallHouse.NOW);
  }
}
