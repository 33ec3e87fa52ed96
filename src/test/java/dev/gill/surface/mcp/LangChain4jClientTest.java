package dev.gill.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpResource;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the client of LangChain4j. */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class LangChain4jClientTest {
  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  @Test
  void callsToolsAndReadsDocuments() throws Exception {
    McpClient client =
        DefaultMcpClient.builder()
            .transport(
                StreamableHttpMcpTransport.builder()
                    .url("http://localhost:" + home.getPort() + "/mcp")
                    .timeout(Duration.ofSeconds(20))
                    .build())
            .build();
    try {
      assertThat(client.listTools()).hasSize(5);
      assertThat(
              client
                  .executeTool(
                      ToolExecutionRequest.builder()
                          .name("ask")
                          .arguments("{\"question\":\"writer before you restore\"}")
                          .build())
                  .resultText())
          .contains(SmallTeam.STOP + " [1]");
      assertThat(client.listResources())
          .extracting(McpResource::name)
          .contains(SmallTeam.RESTORE)
          .doesNotContain(SmallTeam.SALARIES);
      assertThat(client.readResource("gill://documents/" + SmallTeam.RESTORE).contents())
          .hasSize(1);
    } finally {
      client.close();
    }
  }
}
