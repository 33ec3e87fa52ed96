package dev.gill.app;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that repeats all that it is told, in its status line, its headers and its body, as
 * proxies and error pages do. The path says what it answers: {@code /s500/} with that status,
 * {@code /err/} with Git's own error message, {@code /auth/} once it was told a password.
 */
final class EchoServer implements AutoCloseable {
  private static final Pattern STATUS = Pattern.compile("/s(\\d{3})/");

  private static final int LONGEST = 8192;

  private final ServerSocket socket;

  private EchoServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Serves on a free port of this machine. */
  static EchoServer start() throws IOException {
    EchoServer server =
        new EchoServer(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")));
    Thread.ofPlatform().daemon().start(server::serve);
    return server;
  }

  /** Host and port. */
  String place() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket accepted = socket.accept();
        Thread.ofVirtual().start(() -> answer(accepted));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket accepted) {
    try (accepted) {
      InputStream bytes = accepted.getInputStream();
      byte[] begin = new byte[LONGEST];
      int read = bytes.read(begin);
      if (read > 0 && !Character.isLetter(begin[0])) {
        String told = new String(begin, 0, read, StandardCharsets.ISO_8859_1);
        send(accepted, begin[0] == '0' ? packet("ERR " + told) : response(400, "Bad", "", told));
        return;
      }
      InputStream whole =
          new SequenceInputStream(new ByteArrayInputStream(begin, 0, Math.max(read, 0)), bytes);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(whole, StandardCharsets.ISO_8859_1));
      String request = in.readLine();
      String authorization = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.regionMatches(true, 0, "Authorization:", 0, 14)) {
          authorization = line.substring(14).strip();
        }
      }
      if (request != null) {
        send(accepted, reply(request, authorization));
      }
    } catch (IOException e) {
      // The caller went away.
    }
  }

  private static void send(Socket accepted, String reply) throws IOException {
    accepted.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
    accepted.getOutputStream().flush();
  }

  private static String packet(String line) {
    return "%04x%s".formatted(line.length() + 4, line);
  }

  private String reply(String request, String authorization) {
    String echo = request + " " + authorization + " " + decoded(authorization);
    String target = request.split(" ").length > 1 ? request.split(" ")[1] : "/";
    Matcher status = STATUS.matcher(target);
    if (target.contains("/auth/") && authorization.isEmpty()) {
      return response(401, echo, "WWW-Authenticate: Basic realm=\"" + clean(echo) + "\"\r\n", echo);
    }
    if (target.contains("/err/")) {
      String body = packet("# service=git-upload-pack\n") + "0000" + packet("ERR " + echo) + "0000";
      return response(
          200, "OK", "Content-Type: application/x-git-upload-pack-advertisement\r\n", body);
    }
    int code = status.find() ? Integer.parseInt(status.group(1)) : 200;
    String place =
        code == 302 ? "ftp://" + place() : "http://" + place() + "/s404/" + clean(authorization);
    String more =
        switch (code) {
          case 301, 302 ->
              "Location: %s%s/info/refs?%s\r\n"
                  .formatted(place, target.replace("/s" + code + "/", "/"), clean(echo));
          case 401 -> "WWW-Authenticate: Basic realm=\"" + clean(echo) + "\"\r\n";
          default -> "";
        };
    return response(code, echo, more + "X-Echo: " + echo + "\r\n", echo + "\n" + echo + "\n");
  }

  private static String response(int status, String reason, String headers, String body) {
    return "HTTP/1.1 %d %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, reason, headers, body.length(), body);
  }

  private static String clean(String echo) {
    return echo.replaceAll("[^A-Za-z0-9=/?&]", "-");
  }

  private static String decoded(String authorization) {
    try {
      String encoded = authorization.replaceFirst("(?i)^basic ", "");
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "";
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
