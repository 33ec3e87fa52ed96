package dev.gill.source.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on this machine that answers each connection's first request as a test says. */
final class RudeServer implements AutoCloseable {
  /** How a connection is answered; it is closed when that returns. */
  interface Manner {
    void answer(Connection connection) throws IOException, InterruptedException;
  }

  /** One connection, whose first request has been read. */
  record Connection(String request, InputStream in, OutputStream out) {
    Connection write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return this;
    }

    /** Waits for one more request on the same connection; false if there is none. */
    boolean nextRequest() throws IOException {
      return !head(in).isEmpty();
    }

    /** Waits until the client closes the connection, reading whatever it still sends. */
    void awaitEnd() throws IOException {
      while (in.read() >= 0) {}
    }
  }

  private final ServerSocket socket;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch left = new CountDownLatch(1);

  RudeServer(Manner manner) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual().start(() -> accept(manner));
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(socket.getLocalPort());
  }

  String authority() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The heads of the requests so far. */
  List<String> requests() {
    return requests;
  }

  /** Comes down when a manner finds the connection closed by the client, or has returned. */
  CountDownLatch left() {
    return left;
  }

  private void accept(Manner manner) {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> talk(connection, manner));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void talk(Socket connection, Manner manner) {
    try (connection) {
      String head = head(connection.getInputStream());
      requests.add(head);
      manner.answer(
          new Connection(head, connection.getInputStream(), connection.getOutputStream()));
    } catch (IOException e) {
      // The client has closed it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      left.countDown();
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.write(b);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
