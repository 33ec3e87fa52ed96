package dev.gill.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.source.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does with the secrets that it is sent, nothing of them is written anywhere. */
@Timeout(60)
final class SecretsTest {
  private static final String SECRET = "hunter2";
  private static final Logger LOG = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger(Call.class.getName());
  private static final Logger WIRE = Logger.getLogger("jdk.httpclient.HttpClient");

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Local local = new Local();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(new PatternFormatter("%s%e").format(ExtLogRecord.wrap(entry)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
    OURS.setLevel(Level.ALL);
    WIRE.setLevel(Level.ALL);
  }

  @AfterEach
  void close() {
    LOG.removeHandler(handler);
    OURS.setLevel(null);
    WIRE.setLevel(null);
    local.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 hunter2\r\nX-Echo: hunter2\r\nSet-Cookie: sid=hunter2\r\nContent-Length: 7\r\n\r\nhunter2",
        "HTTP/1.1 401 hunter2\r\nWWW-Authenticate: Basic realm=hunter2\r\nContent-Length: 7\r\n\r\nhunter2",
        "HTTP/1.1 429 hunter2\r\nRetry-After: hunter2\r\nContent-Length: 7\r\n\r\nhunter2",
        "HTTP/1.1 500 hunter2\r\nContent-Length: 7\r\n\r\nhunter2",
        "HTTP/1.1 302 Found\r\nLocation: https://ann:hunter2@evil.example.org/hunter2?token=hunter2\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://evil.example.org/hunter2?token=hunter2\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: ht tp://hunter2\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /y?token=hunter2&sig=hunter2\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /x/hunter2/y\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://hunter2.evil.example.org/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 hunter2 OK\r\n\r\n",
        "hunter2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: hunter2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: hunter2\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhunter2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\nhunter2",
      })
  void whatever_the_server_says(String said) throws Exception {
    try (RudeServer server = new RudeServer(connection -> connection.write(said))) {
      Credential credential = new Credential.Header("X-Token", Secret.of(SECRET));
      URI base = URI.create(server.url());
      HttpSettings settings =
          new HttpSettings(
              Local.WIKI, base, Set.of(), Set.of(base.getAuthority()), credential, Local.LIMITS);
      Ask ask = Ask.get("x?access_token=" + SECRET);

      String outcome = outcome(local.clients.client(settings), ask);

      assertThat(server.requests().getFirst()).contains("X-Token: " + SECRET);
      assertThat(outcome).doesNotContain(SECRET);
      assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET));
      assertThat(List.of(settings, ask, credential).toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void what_is_asked_for_is_logged_without_them() throws Exception {
    try (PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"))) {
      local.client(server.url()).ask(Ask.get("w/x?id=7&sig=" + SECRET));

      assertThat(logged)
          .contains("GET http://%s/w/x?id=7&sig=…: 200, 2 bytes".formatted(server.authority()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ann:hunter2@x/", "hunter2 hunter2", "ht tp:hunter2", "%hunter2"})
  void a_target_that_makes_no_sense_is_not_repeated(String target) {
    HostClient client = local.client("https://wiki.example.org/");

    assertThat(outcome(client, Ask.get(target)))
        .contains("leads to an address that cannot be read")
        .doesNotContain(SECRET);
  }

  @Test
  void a_body_with_a_secret_is_not_shown() {
    Ask login = Ask.post("login", "application/json", SECRET.getBytes(UTF_8));

    assertThat(login.toString() + login.body()).doesNotContain(SECRET);
  }

  /** The answer's text form, or all that is printed of the exception. */
  private static String outcome(HostClient client, Ask ask) {
    try {
      return client.ask(ask).toString();
    } catch (Exception e) {
      StringWriter printed = new StringWriter();
      e.printStackTrace(new PrintWriter(printed));
      return printed.toString();
    }
  }
}
