package dev.gill.source.http;

import dev.gill.model.SourceId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Settings and clients for servers on this machine. */
final class Local implements AutoCloseable {
  static final SourceId WIKI = new SourceId("wiki");

  /** Generous in time, mean in size. */
  static final HttpLimits LIMITS =
      new HttpLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          100_000,
          1000,
          4,
          2,
          Duration.ofMinutes(1));

  final FakeTiming time = new FakeTiming();
  final HttpClients clients = new HttpClients(time.timing());

  HostClient client(String url) {
    return client(url, LIMITS);
  }

  HostClient client(String url, HttpLimits limits) {
    return clients.client(settings(url, limits, new Credential.None()));
  }

  HostClient client(String url, Credential credential, String... redirectHosts) {
    HttpSettings own = settings(url, LIMITS, credential);
    return clients.client(
        new HttpSettings(
            WIKI,
            own.base(),
            Set.of(redirectHosts),
            union(own.internalHosts(), redirectHosts),
            credential,
            LIMITS));
  }

  static HttpSettings settings(String url, HttpLimits limits, Credential credential) {
    URI base = URI.create(url);
    return new HttpSettings(WIKI, base, Set.of(), Set.of(base.getAuthority()), credential, limits);
  }

  static HttpLimits limits(Duration headers, Duration whole) {
    return new HttpLimits(headers, whole, LIMITS.bytes(), 1000, 4, 2, LIMITS.patience());
  }

  static String text(HttpAnswer answer) {
    return new String(((HttpAnswer.Found) answer).body(), StandardCharsets.UTF_8);
  }

  Counters counters(String authority) {
    return clients.counters().get(authority);
  }

  private static Set<String> union(Set<String> some, String... others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(Set.of(others));
    return all;
  }

  @Override
  public void close() {
    clients.close();
  }
}
