package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.langchain4j.ScriptedServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What programs read of an answer while a chat model writes it. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class StreamedTest {
  private static final String QUESTION = "What must happen to the writer before you restore?";
  private static final String FIRST = "Stop the writer before you restore.";
  private static final String WRONG = "Stop the writer 90 minutes before you restore.";

  @Inject SmallHouse house;
  @Inject ObjectMapper json;
  @TestHTTPResource URI home;
  private final CountDownLatch seen = new CountDownLatch(1);
  private ScriptedServer server;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    server =
        new ScriptedServer(
            ScriptedServer.writing(
                pen -> {
                  pen.say(FIRST + "\n" + WRONG + "\n");
                  seen.await();
                  pen.end("stop");
                }));
    house.model.set(server.address());
  }

  @AfterEach
  void stop() {
    seen.countDown();
    server.close();
  }

  private Stream<String> lines(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    HttpResponse<Stream<String>> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** All lines; the model goes on once it was seen that it had said something. */
  private List<String> seenEarly(Stream<String> lines, String said) {
    List<String> read = new ArrayList<>();
    for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
      read.add(each.next());
      if (read.getLast().contains(said)) {
        seen.countDown();
      }
    }
    return read;
  }

  private static List<String> data(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring("data:".length()).strip())
        .toList();
  }

  @Test
  void aStatementIsReadBeforeTheModelEnds() throws Exception {
    List<String> lines = seenEarly(lines("/api/ask", Map.of("question", QUESTION)), FIRST);
    assertThat(lines.stream().filter(line -> line.startsWith("event:")))
        .containsExactly("event:statement", "event:citation", "event:answer", "event:done");
    JsonNode said = json.readTree(data(lines).getFirst());
    JsonNode done = json.readTree(data(lines).getLast());
    assertThat(said.path("statement")).isEqualTo(done.path("statements").path(0));
    assertThat(said.path("citations")).isEqualTo(done.path("citations"));
    assertThat(done.at("/composition/outcome").asText()).isEqualTo("worded");
    assertThat(done.at("/composition/dropped/0/text").asText()).isEqualTo(WRONG);
    assertThat(data(lines).subList(0, 3).toString()).doesNotContain("90 minutes");
  }

  private String chat() throws Exception {
    Map<String, Object> body =
        Map.of(
            "model",
            "gill",
            "stream",
            true,
            "messages",
            List.of(Map.of("role", "user", "content", QUESTION)));
    List<String> data = data(seenEarly(lines("/v1/chat/completions", body), FIRST));
    assertThat(data.getLast()).isEqualTo("[DONE]");
    StringBuilder text = new StringBuilder();
    for (String each : data.subList(0, data.size() - 1)) {
      JsonNode delta = json.readTree(each).at("/choices/0/delta");
      for (JsonNode annotation : delta.path("annotations")) {
        JsonNode cited = annotation.path("url_citation");
        int start = cited.path("start_index").asInt();
        assertThat((text + delta.path("content").asText()).substring(start)).startsWith("[");
      }
      text.append(delta.path("content").asText());
    }
    return text.toString();
  }

  @Test
  void aChatIsAnsweredBeforeTheModelEndsWithTheTextOfTheWholeAnswer() throws Exception {
    assertThat(chat())
        .startsWith(FIRST + " [1]\n\n[1] [Restoring the database]")
        .contains("~~" + WRONG);
  }

  @Test
  void aChatThatWasSaidAPartGetsTheQuotesIfTheModelIsCutOff() throws Exception {
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say(FIRST + "\nStop the");
              seen.await();
            }));
    assertThat(chat())
        .startsWith(FIRST + " [1]\n\nWhat was said so far is only a part.")
        .contains("The chat model’s answer was cut off");
  }

  @Test
  void whateverFailsBeforeTheFirstStatementIsAProblem() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("/api/ask"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{\"question\":\"explode\"}"))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("errorId").doesNotContain("hunter2");
  }
}
