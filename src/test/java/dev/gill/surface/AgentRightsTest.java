package dev.gill.surface;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.Rounds;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Documents, audiences and readers by lot: what agents and chat clients see is what the plainest
 * rule says that their reader may see.
 */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class AgentRightsTest {
  private static final List<String> GROUPS = List.of("red", "green", "blue", "black");
  private static final List<String> SOURCES = List.of("wiki", "board", "drive");
  private static final int DOCUMENTS = 24;

  @Inject SmallHouse house;
  @Inject ObjectMapper json;

  /** A document with a word that is in no other. */
  private record Page(String id, String secret, Audience audience) {
    boolean isFor(Set<String> groups) {
      return admits(audience, groups);
    }

    private static boolean admits(Audience audience, Set<String> groups) {
      return switch (audience) {
        case Audience.Everyone() -> true;
        case Audience.Nobody() -> false;
        case Audience.ReadersOf(var other) -> throw new AssertionError("no page is as " + other);
        case Audience.AnyOf(Set<GroupId> any) ->
            any.stream().map(GroupId::name).anyMatch(groups::contains);
        case Audience.AllOf(List<Audience> all) ->
            all.stream().allMatch(part -> admits(part, groups));
      };
    }
  }

  private static Audience audience(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Audience.Everyone();
      case 1 -> new Audience.Nobody();
      case 2, 3, 4 -> Audience.of(some(random, 1 + random.nextInt(2)).toArray(String[]::new));
      default ->
          Audience.of(some(random, 2).toArray(String[]::new))
              .and(Audience.of(some(random, 2).toArray(String[]::new)));
    };
  }

  private static Set<String> some(Random random, int most) {
    Set<String> some = new TreeSet<>();
    for (int i = 0; i < most; i++) {
      some.add(GROUPS.get(random.nextInt(GROUPS.size())));
    }
    return some;
  }

  private List<Page> pages(Random random) {
    house.clear();
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      String id = SOURCES.get(random.nextInt(SOURCES.size())) + ":page" + i + ".md";
      Page page =
          new Page(id, "zq" + Long.toString(random.nextLong() >>> 20, 36), audience(random));
      house.put(
          id,
          "1",
          new Origin("", "Page " + page.secret(), "Author " + page.secret(), SmallHouse.NOW),
          page.audience(),
          "The code of the safe is %s and of the door %s too."
              .formatted(page.secret(), page.secret()));
      pages.add(page);
    }
    return pages;
  }

  private String call(String method, Map<String, Object> params) {
    return given()
        .body(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params))
        .contentType("application/json")
        .post("/mcp")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private String tool(String name, Map<String, Object> arguments) {
    return call("tools/call", Map.of("name", name, "arguments", arguments));
  }

  private String chat(String question) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "model", "gill", "messages", List.of(Map.of("role", "user", "content", question))))
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void agentsAndChatsSeeWhatTheirReaderMay() {
    Random random = new Random(16);
    for (int round = 0; round < Rounds.of(16); round++) {
      List<Page> pages = pages(random);
      for (int i = 0; i < 3; i++) {
        Set<String> groups = new HashSet<>(some(random, random.nextInt(3)));
        house.reader = Reader.member(groups.toArray(String[]::new));
        check(pages, groups);
      }
    }
  }

  private void check(List<Page> pages, Set<String> groups) {
    Set<String> may = new TreeSet<>();
    Set<String> mayNot = new TreeSet<>();
    for (Page page : pages) {
      (page.isFor(groups) ? may : mayNot).add(page.secret());
      String read = tool("read_document", Map.of("id", page.id()));
      String resource = call("resources/read", Map.of("uri", "gill://documents/" + page.id()));
      for (String said : List.of(read, resource)) {
        assertThat(said.contains(page.secret())).as(said).isEqualTo(page.isFor(groups));
      }
    }
    assertThat(listed()).isEqualTo(ids(pages, groups));
    for (String said :
        List.of(
            tool("ask", Map.of("question", "What is the code of the safe?")),
            tool("search", Map.of("query", "code of the safe and the door", "limit", 20)),
            tool("recent_changes", Map.of("limit", 50)),
            tool("who_knows", Map.of("topic", "code of the safe", "limit", 10)),
            chat("What is the code of the safe?"))) {
      assertThat(said).doesNotContain(mayNot);
    }
    assertThat(tool("recent_changes", Map.of("limit", 50))).contains(may);
    for (String secret : may) {
      assertThat(tool("search", Map.of("query", secret))).contains(secret);
    }
  }

  private static Set<String> ids(List<Page> pages, Set<String> groups) {
    Set<String> ids = new TreeSet<>();
    pages.stream().filter(page -> page.isFor(groups)).forEach(page -> ids.add(page.id()));
    return ids;
  }

  private Set<String> listed() {
    Set<String> names = new TreeSet<>();
    Map<String, Object> params = new HashMap<>();
    try {
      do {
        JsonNode result = json.readTree(call("resources/list", params)).path("result");
        result.path("resources").forEach(each -> names.add(each.path("name").asText()));
        params.put("cursor", result.path("nextCursor").textValue());
      } while (params.get("cursor") != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
