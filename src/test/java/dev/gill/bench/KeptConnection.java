package dev.gill.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection over which one request follows the other, written and read with as little work as
 * can be, since it shares its processors with what it measures.
 */
final class KeptConnection implements AutoCloseable {
  private static final String END = "\r\n\r\n";
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final byte[] buffer = new byte[8192];

  KeptConnection(URI address) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
  }

  /** Sends a whole request and returns the status of the answer, once all of that has come. */
  int send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int read = 0;
    while (true) {
      int more = socket.getInputStream().read(buffer, read, buffer.length - read);
      if (more < 0) {
        throw new EOFException("Gill closed the connection.");
      }
      read += more;
      String answer = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      int head = answer.indexOf(END);
      if (head >= 0 && read >= head + END.length() + length(answer.substring(0, head))) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
      }
    }
  }

  private static int length(String head) {
    return head.toLowerCase(Locale.ROOT)
        .lines()
        .filter(line -> line.startsWith(LENGTH))
        .mapToInt(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
