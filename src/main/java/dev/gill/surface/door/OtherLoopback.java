package dev.gill.surface.door;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Lets in by the other loopback address, too, where Gill listens on {@code localhost}: the name
 * stands for 127.0.0.1 and [::1], of which a server is given one, and clients try either first.
 */
@Singleton
class OtherLoopback {
  private static final Logger LOG = System.getLogger(OtherLoopback.class.getName());
  private static final String FOURTH = "127.0.0.1";
  private static final String SIXTH = "::1";

  private final Vertx vertx;

  @Inject
  OtherLoopback(Vertx vertx) {
    this.vertx = vertx;
  }

  void started(@ObservesAsync HttpServerStart start) throws UnknownHostException {
    String host = start.options().getHost();
    boolean anyPort = start.options().getPort() <= 0;
    if (host.equals("localhost") && !anyPort) {
      boolean fourth = InetAddress.getByName(host).getHostAddress().equals(FOURTH);
      join(fourth ? SIXTH : FOURTH, fourth ? FOURTH : SIXTH, start.options().getPort());
    }
  }

  private void join(String other, String served, int port) {
    NetClient client = vertx.createNetClient();
    vertx
        .createNetServer()
        .connectHandler(caller -> join(caller, client, served, port))
        .listen(port, other)
        .onFailure(
            e ->
                LOG.log(
                    Level.DEBUG, "Gill does not listen on {0}, too: {1}", other, e.getMessage()));
  }

  /** What one end closes is closed at the other, so every rule of the server holds here as well. */
  private static void join(NetSocket caller, NetClient client, String served, int port) {
    caller.pause();
    client
        .connect(port, served)
        .onFailure(e -> caller.close())
        .onSuccess(
            server -> {
              server.pipeTo(caller);
              caller.pipeTo(server);
            });
  }
}
