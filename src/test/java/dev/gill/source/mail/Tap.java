package dev.gill.source.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Stands before a mail server on this machine, and notes what is asked and how much is said. */
final class Tap implements AutoCloseable {
  private final ServerSocket socket;
  private final int server;
  private final UnaryOperator<String> said;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicLong bytes = new AtomicLong();

  private Tap(ServerSocket socket, int server, UnaryOperator<String> said) {
    this.socket = socket;
    this.server = server;
    this.said = said;
  }

  /** With what the server says as this makes of it. */
  static Tap before(int server, UnaryOperator<String> said) throws IOException {
    Tap tap = new Tap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, said);
    Thread.ofVirtual().start(tap::serve);
    return tap;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All that was asked since this was called last, without what waits for news. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    bytes.set(0);
    return all;
  }

  long bytes() {
    return bytes.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual().start(() -> pass(client, there, this::ask));
        Thread.ofVirtual().start(() -> pass(there, client, this::say));
      } catch (IOException e) {
        return;
      }
    }
  }

  private String ask(String some) {
    some.lines().map(line -> line.replaceFirst("^[A-Z]+\\d+ ", "")).forEach(asked::add);
    return some;
  }

  private String say(String some) {
    bytes.addAndGet(some.length());
    return said.apply(some);
  }

  private static void pass(Socket from, Socket to, UnaryOperator<String> through) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        String some = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        out.write(through.apply(some).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    } catch (IOException e) {
      // Either end hangs up when it likes.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
