package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.SourceException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class AddressGuardTest {
  private static final String INNER = "leads to an address of an inner network";

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"})
  void this_machine_is_not_asked_unless_configured_as_internal(String host) throws Exception {
    try (Local local = new Local();
        PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"))) {
      String url = "http://%s:%d/".formatted(host, server.port());
      HttpSettings outer = HttpSettings.of(Local.WIKI, url);

      assertThatThrownBy(() -> local.clients.client(outer).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining(INNER)
          .hasMessageEndingWith("list the host among the internal hosts of source wiki.");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_redirect_to_an_inner_address_is_not_followed_even_to_a_redirect_host() throws Exception {
    try (Local local = new Local();
        PlainServer inner = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"));
        PlainServer server = new PlainServer(exchange -> PlainServer.send(exchange, inner.url()))) {
      HttpSettings settings =
          new HttpSettings(
              Local.WIKI,
              URI.create(server.url()),
              Set.of(inner.authority()),
              Set.of(server.authority()),
              new Credential.None(),
              Local.LIMITS);

      assertThatThrownBy(() -> local.clients.client(settings).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageStartingWith(inner.authority() + " " + INNER);
      assertThat(server.requests()).hasSize(1);
      assertThat(inner.requests()).isEmpty();
    }
  }

  @Test
  void one_inner_address_among_others_is_enough() {
    assertRefused(List.of("93.184.216.34", "10.0.0.7"));
    assertRefused(List.of("2606:4700::1111", "fd00::7"));
  }

  /** A name server that first names an address of the Internet and then one of this network. */
  @Test
  void a_name_is_looked_up_again_for_each_request() throws Exception {
    Queue<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "192.168.0.1"));
    AddressGuard guard =
        new AddressGuard(_ -> new InetAddress[] {InetAddress.getByName(answers.remove())});
    Endpoint place = Endpoint.of(URI.create("http://rebind.example.org/")).orElseThrow();

    guard.check(place, false, Local.LIMITS.whole());
    assertThatThrownBy(() -> guard.check(place, false, Local.LIMITS.whole()))
        .isInstanceOf(FaultException.class)
        .hasMessage("INNER_ADDRESS");
  }

  @Test
  void a_name_that_nobody_knows_is_said() {
    Resolver nobody =
        host -> {
          throw new UnknownHostException(host + ": hunter2");
        };
    try (HttpClients clients = new HttpClients(new FakeTiming().timing(), nobody)) {
      HttpSettings settings = HttpSettings.of(Local.WIKI, "https://gone.example.org/");

      assertThatThrownBy(() -> clients.client(settings).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessage(
              "gone.example.org is not known by this name: check the address of source wiki.");
    }
  }

  private static void assertRefused(List<String> addresses) {
    Resolver resolver =
        _ -> {
          InetAddress[] all = new InetAddress[addresses.size()];
          for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses.get(i));
          }
          return all;
        };
    try (HttpClients clients = new HttpClients(new FakeTiming().timing(), resolver)) {
      HttpSettings settings = HttpSettings.of(Local.WIKI, "https://wiki.example.org/");

      assertThatThrownBy(() -> clients.client(settings).ask(Ask.get("page")))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining(INNER);
      assertThat(clients.counters().get("wiki.example.org:443").retries()).isZero();
    }
  }
}
