package dev.gill.source.http;

import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Makes the clients of a process. Those of one host share its budget, its parallelism, its pauses
 * and its counters, whichever sources they are made for.
 *
 * <p>HTTP/1.1, with no cookies of its own and through no proxy: behind one, the addresses that are
 * checked here would not be those that are connected to. Three things lie with {@code
 * java.net.http} and the protocol. Where a connection ends before any answer, a {@code GET} or
 * {@code HEAD} is sent once more at once, which neither the budget nor the counters see. An answer
 * that announces a length too short is taken as it announces itself, and the rest thrown away. One
 * that announces no length and is not chunked ends where the connection ends, so that a cut goes
 * unnoticed there.
 */
public final class HttpClients implements AutoCloseable {
  /** Loggers of {@code java.net.http} that write headers, and so credentials, where switched on. */
  private static final List<Logger> SILENT =
      Stream.of("jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug")
          .map(HttpClients::silenced)
          .toList();

  private final Timing timing;
  private final HostLimiters limiters;
  private final Map<SourceId, SourceTally> tallies = new ConcurrentHashMap<>();
  private final Connections connections = new Connections();
  private final Exchange exchange;
  private final Opening opening;

  /** Makes them with the name look-up of the JDK. */
  public HttpClients(Timing timing) {
    this(timing, InetAddress::getAllByName);
  }

  HttpClients(Timing timing, Resolver resolver) {
    this.timing = timing;
    this.limiters = new HostLimiters(timing);
    AddressGuard guard = new AddressGuard(resolver);
    this.exchange = new Exchange(connections, guard, timing.nanos());
    this.opening = new Opening(connections, guard);
  }

  private static Logger silenced(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setFilter(_ -> false);
    return logger;
  }

  /** A client for the host of these settings. No I/O. */
  public HostClient client(HttpSettings settings) {
    SourceTally tally = tally(settings.source());
    return ask -> new Call(settings, ask, limiters, exchange, timing, tally).answer();
  }

  /**
   * A WebSocket to the base of these settings, which is written with {@code http} or {@code https}
   * as ever. No credentials go along. No I/O.
   */
  public HostSocket socket(HttpSettings settings) {
    return talk -> opening.listen(settings, talk);
  }

  /** What has passed so far, by {@code host:port}. */
  public Map<String, Counters> counters() {
    return limiters.counters();
  }

  /** What has passed so far of what a source asked for; empty as long as it asked for nothing. */
  public Optional<Traffic> traffic(SourceId source) {
    return Optional.ofNullable(tallies.get(source)).flatMap(SourceTally::traffic);
  }

  private SourceTally tally(SourceId source) {
    return tallies.computeIfAbsent(source, _ -> new SourceTally(timing.nanos()));
  }

  /** Breaks off whatever is under way. */
  @Override
  public void close() {
    connections.close();
  }
}
