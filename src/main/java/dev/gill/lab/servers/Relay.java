package dev.gill.lab.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A door in front of a server on this machine, for one that must not be stopped itself. Shut, it
 * refuses connections and breaks off those that there are.
 */
public final class Relay implements AutoCloseable {
  private final int to;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket door;
  private final int port;

  private Relay(int to) throws IOException {
    this.to = to;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = door.getLocalPort();
    serve();
  }

  /** An open one, on a port of its own. */
  public static Relay before(int port) throws IOException {
    return new Relay(port);
  }

  /** The address of the server behind it, without a path. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Nobody comes through from now on. */
  public void shut() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Everybody comes through again, on the same port. */
  public void open() throws IOException {
    ServerSocket again = new ServerSocket();
    again.setReuseAddress(true);
    again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    door = again;
    serve();
  }

  private void serve() {
    ServerSocket open = door;
    Thread.ofVirtual()
        .name("relay")
        .start(
            () -> {
              while (!open.isClosed()) {
                try {
                  relay(open.accept());
                } catch (IOException e) {
                  // shut, or nobody behind it
                }
              }
            });
  }

  private void relay(Socket caller) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
    sockets.add(caller);
    sockets.add(server);
    pump(caller, server);
    pump(server, caller);
    if (door.isClosed()) {
      end(caller, server);
    }
  }

  private void pump(Socket from, Socket into) {
    Thread.ofVirtual()
        .name("relay")
        .start(
            () -> {
              try {
                from.getInputStream().transferTo(into.getOutputStream());
              } catch (IOException e) {
                // one of them has hung up
              } finally {
                end(from, into);
              }
            });
  }

  private void end(Socket one, Socket other) {
    for (Socket socket : Set.of(one, other)) {
      sockets.remove(socket);
      try {
        socket.close();
      } catch (IOException e) {
        // it is closed
      }
    }
  }

  @Override
  public void close() {
    try {
      shut();
    } catch (IOException e) {
      // nothing is left to close
    }
  }
}
