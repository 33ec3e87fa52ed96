package dev.gill.bench;

import dev.gill.surface.signing.Hmac;
import dev.gill.surface.slack.StandInSlack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends commands as Slack does, and waits for their answers. What is not Gill's own work is done
 * before the clock runs, as Slack does it on machines of its own.
 */
final class Commands implements AutoCloseable {
  private final URI address;
  private final String secret;
  private final StandInSlack slack;
  private final Corpus corpus;
  private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
  private final List<KeptConnection> connections = new ArrayList<>();
  private int next;

  Commands(URI address, String secret, StandInSlack slack, Corpus corpus) {
    this.address = address;
    this.secret = secret;
    this.slack = slack;
    this.corpus = corpus;
    slack.answered = name -> waiting.get(name).countDown();
  }

  /** How long it took until commands were acknowledged and until they were answered, in ms. */
  record Result(double perSecond, Samples acknowledged, Samples answered) {}

  /** How long one took, in ms. */
  record Took(double acknowledged, double answered) {}

  /**
   * All ask at the same moment, and again when the last has an answer. The first round is not
   * counted.
   */
  Result rounds(int askers, int least, double seconds) throws Exception {
    all(askers);
    long begun = System.nanoTime();
    List<Took> took = new ArrayList<>();
    for (int i = 0; i < least || System.nanoTime() - begun < seconds * 1e9; i++) {
      took.addAll(all(askers));
    }
    double all = (System.nanoTime() - begun) / 1e9;
    return new Result(
        took.size() / all,
        new Samples(took.stream().mapToDouble(Took::acknowledged).toArray()),
        new Samples(took.stream().mapToDouble(Took::answered).toArray()));
  }

  /** All ask at the same moment. */
  List<Took> all(int askers) throws Exception {
    while (connections.size() < askers) {
      connections.add(new KeptConnection(address));
    }
    CountDownLatch ready = new CountDownLatch(askers);
    List<Callable<Took>> all = new ArrayList<>();
    for (KeptConnection connection : connections.subList(0, askers)) {
      all.add(asker(connection, ready));
    }
    List<Took> took = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
      for (Future<Took> each : threads.invokeAll(all)) {
        took.add(each.get());
      }
    }
    return took;
  }

  private Callable<Took> asker(KeptConnection connection, CountDownLatch ready) {
    int number = ++next;
    String name = "q" + number;
    CountDownLatch answered = new CountDownLatch(1);
    waiting.put(name, answered);
    slack.user("U" + number, "", "en");
    byte[] request = command(number, name);
    return () -> {
      ready.countDown();
      ready.await();
      long begun = System.nanoTime();
      int status = connection.send(request);
      double acknowledged = (System.nanoTime() - begun) / 1e6;
      if (status != 200) {
        throw new IOException("Gill answers a command with " + status);
      }
      if (!answered.await(10, TimeUnit.MINUTES)) {
        throw new IOException("A command was not answered.");
      }
      waiting.remove(name);
      return new Took(acknowledged, (System.nanoTime() - begun) / 1e6);
    };
  }

  private byte[] command(int number, String name) {
    String body =
        "command=%%2Fgill&channel_id=C1&user_id=U%d&text=%s&response_url=%s"
            .formatted(
                number, encoded(corpus.question(number).text()), encoded(slack.responseUrl(name)));
    String seconds = Long.toString(Instant.now().getEpochSecond());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return """
    POST %s HTTP/1.1
    Host: %s
    Content-Type: application/x-www-form-urlencoded
    X-Slack-Request-Timestamp: %s
    X-Slack-Signature: v0=%s
    Content-Length: %d

    %s"""
        .formatted(
            address.getPath(),
            address.getAuthority(),
            seconds,
            Hmac.slack(secret, seconds, bytes),
            bytes.length,
            body)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    for (KeptConnection connection : connections) {
      connection.close();
    }
  }
}
