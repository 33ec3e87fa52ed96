package dev.gill.source.http;

import dev.gill.source.SourceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Opens WebSockets to hosts that may be connected to, without credentials. */
final class Opening {
  private final Connections connections;
  private final AddressGuard guard;

  Opening(Connections connections, AddressGuard guard) {
    this.connections = connections;
    this.guard = guard;
  }

  /** Opens one to the base of these settings, and listens. */
  void listen(HttpSettings settings, Function<String, Optional<String>> talk)
      throws SourceException, InterruptedException {
    Endpoint place = Endpoint.of(settings.base()).orElseThrow();
    Listening listening = new Listening();
    WebSocket socket;
    try {
      Duration patience = settings.limits().headers();
      guard.check(place, settings.internal(place), patience);
      URI address = URI.create(settings.base().toString().replaceFirst("^http", "ws"));
      socket =
          connections
              .socket(address, patience, listening)
              .get(patience.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw broken(settings, place, Fault.of(e.getCause()), e);
    } catch (TimeoutException e) {
      throw broken(settings, place, Fault.SILENT, e);
    } catch (IOException e) {
      throw broken(settings, place, Fault.of(e), e);
    }
    listening.hear(socket, talk);
  }

  private static SourceException broken(
      HttpSettings settings, Endpoint place, Fault fault, Exception cause) {
    return new FailureMessages(settings.source(), Redactor.to(List.of()))
        .broken(place, fault, cause);
  }
}
