package dev.gill.surface.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.chat.ChatHouse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DingTalk from the signed request to what is said by the address that came with it. */
class DingTalkSurfaceTest {
  private static final String SECRET = "tulip-88-tulip-88";
  private static final String PAY = "When does the pay round begin?";
  private static final String QUESTION = "预发布环境的证书多久轮换一次？";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> EMAILS = Map.of("mira", "mira@example.org");

  private final ChatHouse house = new ChatHouse();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private HttpServer platform;
  private DingTalkSurface surface;
  private int messages;

  @BeforeEach
  void begin() throws Exception {
    platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    platform.createContext("/", this::answer);
    platform.start();
    house.member(Identity.email("mira@example.org"), "leads");
    house.put(
        "wiki:certificates",
        "证书",
        "Mira",
        3,
        new Audience.Everyone(),
        "# 证书\n\n预发布环境的证书每 30 天轮换一次。\n");
    house.put(
        "wiki:pay",
        "Pay [round](https://bad.example)",
        "Lena",
        400,
        Audience.of("leads"),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
    surface =
        DingTalkSurface.of(
            new DingTalkSettings("ding1", SECRET, URI.create(address("/"))),
            house.parts(),
            house::now);
  }

  @AfterEach
  void end() {
    surface.close();
    platform.stop(0);
    house.close();
  }

  private String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(platform.getAddress().getPort(), path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
    ObjectNode answer = JSON.createObjectNode().put("errcode", 0);
    switch (exchange.getRequestURI().getPath()) {
      case "/gettoken" -> answer.put("access_token", "t").put("expires_in", 7200);
      case "/topapi/v2/user/get" ->
          answer
              .putObject("result")
              .put("org_email", EMAILS.getOrDefault(sent.path("userid").asText(), ""));
      default -> said.add(sent.path("markdown").path("text").asText());
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private byte[] message(String who, boolean alone, String text) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("msgId", "m" + ++messages)
            .put("msgtype", "text")
            .put("conversationType", alone ? "1" : "2")
            .put("conversationId", alone ? "c-" + who : "c-ops")
            .put("senderStaffId", who)
            .put("sessionWebhook", address("/robot/sendBySession"));
    message.putObject("text").put("content", " " + text);
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  private int send(Instant at, byte[] body) {
    String millis = Long.toString(at.toEpochMilli());
    return surface.take(millis, DingTalkRequests.signature(SECRET, millis), body);
  }

  private String next() throws InterruptedException {
    return said.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void who_asks_alone_is_answered_from_what_they_may_read() throws Exception {
    assertThat(send(house.now(), message("mira", true, PAY))).isEqualTo(200);
    assertThat(next())
        .contains(
            "first Monday of May", "\\[round\\]", "https://gill.example.com/documents/wiki:pay")
        .doesNotContain("](https://bad.example)");

    send(house.now(), message("jonas", true, PAY));
    assertThat(next()).doesNotContain("Monday");
  }

  @Test
  void in_a_group_only_what_everyone_may_read_is_said() throws Exception {
    send(house.now(), message("mira", false, PAY));
    assertThat(next()).isNotNull().doesNotContain("Monday", "Pay");

    send(house.now(), message("mira", false, QUESTION));
    assertThat(next()).contains("每 30 天", "3 天前编辑");
    assertThat(said).isEmpty();
  }

  @Test
  void a_message_is_answered_once_and_by_no_foreign_address() throws Exception {
    byte[] body = message("mira", true, PAY);
    send(house.now(), body);
    assertThat(send(house.now(), body)).isEqualTo(200);
    byte[] foreign =
        new String(message("mira", true, PAY), StandardCharsets.UTF_8)
            .replace("127.0.0.1", "169.254.169.254")
            .getBytes(StandardCharsets.UTF_8);
    send(house.now(), foreign);
    assertThat(next()).contains("Monday");
    send(house.now(), message("mira", true, "How tall is the lighthouse?"));

    assertThat(next()).startsWith("I don’t know");
    assertThat(said).isEmpty();
  }

  @Test
  void a_thousand_forged_stale_and_mangled_requests_are_refused() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      byte[] body = message("mira", true, PAY);
      String millis = Long.toString(house.now().toEpochMilli() + i);
      String right = DingTalkRequests.signature(SECRET, millis);
      int status =
          switch (i % 6) {
            case 0 -> surface.take(millis, DingTalkRequests.signature("another", millis), body);
            case 1 -> send(house.now().minusSeconds(302 + random.nextInt(9_999)), body);
            case 2 -> surface.take(Long.toString(Long.parseLong(millis) + 1_000), right, body);
            case 3 -> surface.take(null, right, body);
            case 4 -> surface.take(millis, null, body);
            default -> surface.take("x" + millis, right, body);
          };
      assertThat(status).as("%d", i).isEqualTo(401);
    }
    assertThat(send(house.now(), new byte[] {'{', 1})).isEqualTo(400);
    assertThat(DingTalkSurface.off().take("1", "2", new byte[0])).isEqualTo(404);
    assertThat(said).isEmpty();
  }
}
