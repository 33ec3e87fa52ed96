package dev.gill.surface;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks as programs do, and reads what they are answered with. */
final class ShownToPrograms {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What refers to citations; a mark that a document itself bears is never alone so. */
  private static final Pattern MARKS = Pattern.compile("(?:\\s?\\[\\d+])+(?=\\s|$)");

  private static final Pattern CODE = Pattern.compile("(?m)^`{3,}$");

  private ShownToPrograms() {}

  private static JsonNode post(String path, Object body) throws JsonProcessingException {
    return JSON.readTree(
        given()
            .contentType("application/json")
            .body(body)
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  static Shown api(String question) throws JsonProcessingException {
    JsonNode reply = post("/api/ask", Map.of("question", question));
    List<String> statements = new ArrayList<>();
    reply
        .path("statements")
        .forEach(each -> statements.add(Shown.plain(each.path("text").asText())));
    return new Shown(statements, citations(reply));
  }

  static Shown mcp(String question) throws JsonProcessingException {
    Map<String, Object> call = Map.of("name", "ask", "arguments", Map.of("question", question));
    JsonNode reply =
        post("/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call))
            .at("/result/structuredContent");
    return new Shown(statements(reply.path("text").asText()), citations(reply));
  }

  private static List<String> citations(JsonNode reply) {
    List<String> citations = new ArrayList<>();
    for (JsonNode cited : reply.path("citations")) {
      citations.add(
          Shown.citation(cited.path("marker").asText(), cited.at("/document/id").asText()));
    }
    return citations;
  }

  /** Its citations are addresses of originals, which the interface knows the documents of. */
  static Shown openAi(String question) throws JsonProcessingException {
    Map<String, String> documents = new HashMap<>();
    post("/api/ask", Map.of("question", question))
        .path("citations")
        .forEach(
            cited ->
                documents.put(
                    cited.at("/document/url").asText(), cited.at("/document/id").asText()));
    JsonNode message =
        post(
                "/v1/chat/completions",
                Map.of(
                    "model",
                    "gill",
                    "messages",
                    List.of(Map.of("role", "user", "content", question))))
            .at("/choices/0/message");
    String text = message.path("content").asText();
    List<String> citations = new ArrayList<>();
    for (JsonNode annotation : message.path("annotations")) {
      JsonNode cited = annotation.path("url_citation");
      String mark = text.substring(cited.path("start_index").asInt(), end(cited));
      String url = cited.path("url").asText();
      String document = documents.containsKey(url) ? documents.get(url) : Shown.document(url);
      citations.add(mark + " " + document);
    }
    return new Shown(statements(text), citations.stream().distinct().toList());
  }

  private static int end(JsonNode cited) {
    return cited.path("end_index").asInt();
  }

  /** Statements end with their marks, and all of them stand before the first source. */
  private static List<String> statements(String text) {
    int sources = text.indexOf("\n\n[1] [");
    String stated = sources < 0 ? "" : CODE.matcher(text.substring(0, sources)).replaceAll("");
    List<String> statements = new ArrayList<>();
    Matcher marks = MARKS.matcher(stated);
    int from = 0;
    while (marks.find()) {
      statements.add(Shown.plain(stated.substring(from, marks.start())));
      from = marks.end();
    }
    return statements;
  }
}
