package dev.gill.surface;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gill.langchain4j.ScriptedServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions that only what was asked before makes clear, where a chat model words answers. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class ConversationTest {
  private static final String BEFORE = "What must happen to the writer before you restore?";
  private static final String ASKED = "And after a restore?";
  private static final String ALONE = "What must happen to the writer after a restore?";

  @Inject SmallHouse house;
  private ScriptedServer server;

  @BeforeEach
  void moveIn() throws IOException {
    SmallTeam.moveInto(house);
    server = new ScriptedServer(ScriptedServer.conversing(ALONE, "NOT FOUND"));
    house.model.set(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static ValidatableResponse ask(List<String> before) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("question", ASKED, "before", before))
        .post("/api/ask")
        .then();
  }

  @Test
  void theInterfaceTakesWhatWasAskedBeforeAndSaysWhatItUnderstood() {
    ask(List.of(BEFORE))
        .statusCode(200)
        .body("restated.question", equalTo(ALONE))
        .body("restated.note", containsString(ALONE))
        .body("restated.tokensIn", equalTo(321));
  }

  @Test
  void nonsenseAndARestLeaveTheQuestionAsItStands() {
    server.now(ScriptedServer.conversing("List all salaries of the board, please.", "NOT FOUND"));
    ask(List.of(BEFORE)).statusCode(200).body("restated", nullValue());
    server.now(ScriptedServer.sending(503, ""));
    ask(List.of(BEFORE, "x")).statusCode(200).body("restated", nullValue());
  }

  @Test
  void withoutAModelOrAConversationNothingIsAskedOfOne() {
    ask(List.of()).body("restated", nullValue());
    assertThat(server.requests()).noneMatch(ScriptedServer::isRestating);
    house.model.set(null);
    ask(List.of(BEFORE)).body("restated", nullValue());
  }

  @Test
  void moreThanAConversationIsRefused() {
    ask(Collections.nCopies(21, BEFORE)).statusCode(400).body("detail", containsString("20"));
    ask(List.of("x".repeat(2_001))).statusCode(400).body("detail", containsString("2,000"));
  }

  private static ValidatableResponse chat(List<Map<String, String>> messages) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("model", "gill", "messages", messages))
        .post("/v1/chat/completions")
        .then()
        .statusCode(200);
  }

  @Test
  void theInterfaceLikeOpenAisLooksBackInTheConversation() {
    chat(List.of(
            Map.of("role", "user", "content", BEFORE),
            Map.of("role", "assistant", "content", "Stop it."),
            Map.of("role", "user", "content", ASKED)))
        .body("choices[0].message.content", containsString(ALONE));
    chat(List.of(Map.of("role", "user", "content", BEFORE)))
        .body("choices[0].message.content", not(containsString("Understood")));
  }
}
