package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.source.SourceException;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Slack's Socket Mode: events over a connection that Gill opens, for whom Slack cannot reach. On a
 * thread of its own; what is missed while there is no connection is found by looking.
 */
final class SocketMode implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SLACK = ".slack.com";
  private static final long PAUSE_SECONDS = 30;

  private final SlackSettings settings;
  private final HttpClients clients;
  private final Api api;
  private final Consumer<Notice> notices;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("slack-socket").unstarted(this::run);

  private SocketMode(
      SlackSettings settings, HttpClients clients, Api api, Consumer<Notice> notices) {
    this.settings = settings;
    this.clients = clients;
    this.api = api;
    this.notices = notices;
  }

  /** Hands over where events say that something changed, until it is closed. */
  static SocketMode start(
      SlackSettings settings, HttpClients clients, Api api, Consumer<Notice> notices) {
    SocketMode mode = new SocketMode(settings, clients, api, notices);
    mode.thread.start();
    return mode;
  }

  private void run() {
    try {
      while (closed.getCount() > 0) {
        listen();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() throws InterruptedException {
    try {
      clients.socket(to(api.connection(settings.appToken().orElseThrow()))).listen(this::answer);
    } catch (SourceException | RuntimeException e) {
      closed.await(PAUSE_SECONDS, TimeUnit.SECONDS); // the looks, which go on, say what is wrong
    }
  }

  /** Slack gives another address for each connection, with a ticket in it. */
  private HttpSettings to(URI address) throws SourceException {
    HttpSettings http = settings.http().orElseThrow();
    URI base = URI.create(address.toString().replaceFirst("^ws", "http"));
    boolean own = base.getHost() != null && base.getHost().equals(http.base().getHost());
    boolean slacks = "https".equals(base.getScheme()) && base.getHost().endsWith(SLACK);
    if (!own && !slacks) {
      throw new Problems(settings.id()).nonsense();
    }
    return new HttpSettings(
        settings.id(), base, Set.of(), http.internalHosts(), new Credential.None(), http.limits());
  }

  /** Each envelope is acknowledged at once, or Slack would send it again. */
  private Optional<String> answer(String text) {
    try {
      JsonNode sent = JSON.readTree(text);
      if (sent.path("type").asText().equals("events_api")) {
        Notice.of(sent.path("payload").toString().getBytes(StandardCharsets.UTF_8))
            .ifPresent(notices);
      }
      return Optional.ofNullable(sent.get("envelope_id"))
          .map(id -> JSON.createObjectNode().set("envelope_id", id).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
