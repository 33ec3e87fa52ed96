package dev.gill.surface.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes and reads every byte itself, as a hostile client does. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int NARROW = 4_096;

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire to(URI home) {
    return from("127.0.0.1", home);
  }

  /** As a caller of another address. */
  static Wire from(String address, URI home) {
    try {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
      socket.setReceiveBufferSize(NARROW);
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), home.getPort()),
          PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new Wire(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one request that ends the connection, and returns the whole response. */
  static String exchange(URI home, String... lines) {
    try (Wire wire = to(home)) {
      return wire.send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").rest();
    }
  }

  Wire send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something came that was not read yet. */
  boolean hasAnswer() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first bytes that come, at most so many; empty once the other end has closed. */
  String some(int bytes) {
    try {
      return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing more comes, after what was on its way, since the other end has given up. */
  boolean isGivenUp() {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** All that comes until the other end closes. */
  String rest() {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
