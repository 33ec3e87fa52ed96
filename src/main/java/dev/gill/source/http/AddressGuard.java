package dev.gill.source.http;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks a host up before each exchange, and refuses it if any of its addresses is one of the {@link
 * AddressRanges}.
 *
 * <p>What this covers: names and literal addresses in every notation that Java reads, on the first
 * request and after each redirect. What it does not: {@code java.net.http} looks the name up again
 * when it connects, and cannot be handed an address without breaking the check of certificates.
 * Both look-ups go to the JDK's cache of addresses, so they agree unless its entry (30 seconds
 * unless {@code networkaddress.cache.ttl} says otherwise) runs out between them. A name server that
 * hits this moment can lead Gill to an inner address: over {@code https} the connection fails there
 * for want of the host's certificate before anything is sent, over {@code http} a request without
 * credentials is sent. A connection that is kept open is used on, since it leads to an address that
 * was checked.
 */
final class AddressGuard {
  private final Resolver resolver;

  AddressGuard(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Returns if the host may be connected to.
   *
   * @throws IOException if it may not, or has no address
   */
  void check(Endpoint place, boolean internal, Duration deadline)
      throws IOException, InterruptedException {
    InetAddress[] addresses = look(place.host().replaceAll("[\\[\\]]", ""), deadline);
    if (!internal
        && Arrays.stream(addresses)
            .anyMatch(address -> AddressRanges.inner(address.getAddress()))) {
      throw new FaultException(Fault.INNER_ADDRESS);
    }
  }

  /** On a thread of its own, since a look-up cannot be interrupted. */
  private InetAddress[] look(String host, Duration deadline)
      throws IOException, InterruptedException {
    FutureTask<InetAddress[]> look = new FutureTask<>(() -> resolver.all(host));
    Thread.ofVirtual().name("look-up").start(look);
    try {
      return look.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new FaultException(Fault.LATE);
    }
  }
}
