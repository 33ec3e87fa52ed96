package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.Rounds;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Askers, surfaces and questions by lot, over rights by lot: no word of a document comes to whom
 * may not read it, be it in an answer, a list, a page, a gap, an error or what is kept of a
 * question.
 */
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
@Tag("slow")
class EverySurfaceRightsTest {
  private static final int TRIPLES = 10_000;
  private static final int ALIKE = 250;
  private static final int PAGES = 16;
  private static final int PEOPLE = 12;
  private static final List<String> GROUPS = List.of("ops", "hr", "leads", "sales");
  private static final List<String> TOPICS =
      List.of("harbour", "lantern", "orchard", "granite", "velvet", "cobalt", "meadow", "thunder");

  @Inject SmallHouse house;
  @Inject ObjectMapper json;
  @TestHTTPResource URI home;

  private final Random random = new Random(20261130);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Page> pages = new ArrayList<>();
  private final List<Reader> people = new ArrayList<>();
  private int seen;

  private record Page(String id, String mark, String topic, Set<String> readers) {
    boolean isFor(Reader reader) {
      return readers.isEmpty()
          || reader.groups().stream().map(GroupId::name).anyMatch(readers::contains);
    }
  }

  private void anew(int world) {
    house.clear();
    house.trail.days = 30;
    house.answers.on = true;
    pages.clear();
    people.clear();
    for (int i = 0; i < PEOPLE; i++) {
      Set<GroupId> groups =
          some(random.nextInt(4)).stream().map(GroupId::configured).collect(Collectors.toSet());
      people.add(new Reader(Set.of(Identity.email("p%d@example.org".formatted(i))), groups));
    }
    house.answers.verifiers = List.copyOf(people.get(random.nextInt(PEOPLE)).identities());
    for (int i = 0; i < PAGES; i++) {
      Set<String> readers = random.nextInt(4) == 0 ? Set.of() : some(1 + random.nextInt(2));
      String mark = "zq%dw%dx".formatted(i, world);
      Page page =
          new Page("wiki:page%d.md".formatted(i), mark, TOPICS.get(i % TOPICS.size()), readers);
      pages.add(page);
      house.put(
          page.id(),
          "1",
          new Origin("", "Title " + mark, "author " + mark, SmallHouse.NOW),
          readers.isEmpty() ? new Audience.Everyone() : Audience.of(readers.toArray(String[]::new)),
          "# Title %s\n\nThe %s certificate is rotated every %d days by %s.\n"
              .formatted(mark, page.topic(), 10 + i, mark));
    }
  }

  private Set<String> some(int most) {
    Set<String> some = new TreeSet<>();
    for (int i = 0; i < most; i++) {
      some.add(GROUPS.get(random.nextInt(GROUPS.size())));
    }
    return some;
  }

  @Test
  void nobody_meets_what_they_may_not_read() throws Exception {
    for (int i = 0; i < Rounds.of(TRIPLES); i++) {
      if (i % ALIKE == 0) {
        anew(i / ALIKE);
      }
      Reader reader = people.get(random.nextInt(PEOPLE));
      house.reader = reader;
      for (String said : asked(reader, i)) {
        check(reader, said);
      }
      if (i % 25 == 24) {
        for (String path : List.of("/api/gaps", "/gaps", "/trail/mine", "/api/trail/mine")) {
          check(reader, get(path));
        }
      }
    }
    assertThat(seen).as("what was read by whom may").isGreaterThan(Rounds.of(TRIPLES));
    client.close();
  }

  /** What a question, or a look, brings on one surface, and on the interface of programs. */
  private List<String> asked(Reader reader, int i) throws Exception {
    String question = question(reader);
    String encoded = URLEncoder.encode(question, StandardCharsets.UTF_8);
    Page page = pages.get(random.nextInt(PAGES));
    String other =
        switch (i % 13) {
          case 0 -> new ShownInChats(house).slackSays(question).words();
          case 1 -> new ShownInChats(house).dingTalkSays(conversation(reader, i), question);
          case 2, 3 -> tool("ask", Map.of("question", question));
          case 4 -> tool("search", Map.of("query", question, "limit", 20));
          case 5 -> tool("who_knows", Map.of("topic", question, "limit", 10));
          case 6 ->
              tool("read_document", Map.of("id", page.id())) + tool("recent_changes", Map.of());
          case 7 ->
              post(
                  "/v1/chat/completions",
                  Map.of(
                      "model",
                      "gill",
                      "messages",
                      List.of(Map.of("role", "user", "content", question))));
          case 8 -> get("/api/documents/" + page.id()) + get("/documents/" + page.id());
          case 9 -> get("/api/suggest?q=" + page.mark().substring(0, 3));
          case 10 ->
              new ShownInChats(house)
                  .larkSays("ou_" + conversation(reader, i), question)
                  .card()
                  .toString();
          case 11 -> get("/verified/new?question=a&from=" + page.id()) + get("/api/breaths");
          default -> get("/") + get("/api/sources");
        };
    String own = question + "|" + encoded;
    return List.of(
        without(own, post("/api/ask", Map.of("question", question))),
        without(own, get("/api/search?k=20&q=" + encoded)),
        without(own, other));
  }

  /** What somebody asks alone leans on what they asked before, so each has one of their own. */
  private String conversation(Reader reader, int i) {
    return "p%d-%d".formatted(people.indexOf(reader), i / ALIKE);
  }

  /** Half of them name something that whoever asks may read. */
  private String question(Reader reader) {
    String topic = TOPICS.get(random.nextInt(TOPICS.size()));
    List<Page> readable = pages.stream().filter(page -> page.isFor(reader)).toList();
    return switch (random.nextInt(4)) {
      case 0 -> "How often is the %s certificate rotated?".formatted(topic);
      case 1 -> "Where does the %s parking permit come from?".formatted(topic);
      case 2 -> "Who rotates the %s certificate?".formatted(topic);
      default ->
          readable.isEmpty()
              ? "What is rotated?"
              : "Who sold %s?".formatted(readable.get(random.nextInt(readable.size())).mark());
    };
  }

  private static String without(String own, String said) {
    String left = said;
    for (String each : own.split("\\|")) {
      left = left.replace(each, "");
    }
    return left;
  }

  private void check(Reader reader, String said) {
    Set<String> may = new HashSet<>();
    for (Page page : pages) {
      boolean there = said.contains(page.mark());
      if (there && page.isFor(reader)) {
        may.add(page.mark());
      }
      assertThat(there && !page.isFor(reader))
          .as("%s of %s meets %s: %s", reader.identities(), reader.groups(), page, said)
          .isFalse();
    }
    seen += may.size();
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(home.resolve(path)).GET());
  }

  private String tool(String name, Map<String, Object> arguments)
      throws IOException, InterruptedException {
    Map<String, Object> call = Map.of("name", name, "arguments", arguments);
    return post("/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call));
  }

  private String post(String path, Object body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 403, 404);
    return answer.body();
  }
}
