package dev.gill.lab.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Synapse on this machine, and a client of it. Debian has it in its unstable release alone, so a
 * system of that release is made below {@code target/servers}, once, which takes minutes and 700
 * MB; only root can.
 */
public final class RealSynapse implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("target", "servers", "synapse").toAbsolutePath();
  private static final String NAME = "Matrix homeserver";
  private static final String SECRET = "secret-of-registrations";
  private static final long PATIENCE_MINUTES = 15;

  private static final String INSTALL =
      """
      export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
      command -v debootstrap >/dev/null || apt-get install -y -q --no-install-recommends debootstrap
      [ -d "$1/usr" ] || debootstrap --variant=minbase --include=ca-certificates sid "$1"
      printf '#!/bin/sh\\nexit 101\\n' > "$1/usr/sbin/policy-rc.d"
      chmod +x "$1/usr/sbin/policy-rc.d"
      cp /etc/resolv.conf /etc/hosts "$1/etc/"
      printf 'matrix-synapse matrix-synapse/server-name string gill.test\\nmatrix-synapse matrix-synapse/report-stats boolean false\\n' | chroot "$1" debconf-set-selections
      chroot "$1" apt-get install -y -q --no-install-recommends matrix-synapse
      touch "$1/complete"
      """;

  private static final String SETTINGS =
      """
      server_name: gill.test
      report_stats: false
      registration_shared_secret: %1$s
      macaroon_secret_key: macaroons
      form_secret: forms
      signing_key_path: %2$s/signing.key
      media_store_path: %2$s/media
      trusted_key_servers: []
      suppress_key_server_warning: true
      database: { name: sqlite3, args: { database: %2$s/homeserver.db } }
      listeners:
        - { port: %3$d, tls: false, type: http, bind_addresses: ['127.0.0.1'], resources: [ { names: [client] } ] }
      rc_message: { per_second: 1000, burst_count: 1000 }
      rc_registration: { per_second: 1000, burst_count: 1000 }
      rc_joins: { local: { per_second: 1000, burst_count: 1000 } }
      rc_joins_per_room: { per_second: 1000, burst_count: 1000 }
      rc_room_creation: { per_second: 1000, burst_count: 1000 }
      rc_invites: { per_room: { per_second: 1000, burst_count: 1000 }, per_user: { per_second: 1000, burst_count: 1000 }, per_issuer: { per_second: 1000, burst_count: 1000 } }
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private Process process;
  private int transactions;

  private RealSynapse(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** An account and its access token. */
  public record Account(String id, String token) {}

  /**
   * Installs and starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static synchronized RealSynapse start() throws Exception {
    if (!Files.exists(ROOT.resolve("complete"))) {
      install();
    }
    Path folder = Files.createTempDirectory(ROOT.resolve("srv"), "gill-");
    RealSynapse server = new RealSynapse(folder, Ports.free());
    String inside = "/" + ROOT.relativize(folder);
    Files.writeString(
        folder.resolve("homeserver.yaml"), SETTINGS.formatted(SECRET, inside, server.port));
    server.run("--generate-keys").waitFor(1, TimeUnit.MINUTES);
    server.up();
    return server;
  }

  private static void install() throws IOException, InterruptedException {
    boolean root = "root".equals(System.getProperty("user.name"));
    ServerMissingException.unless(
        root && Files.isExecutable(Path.of("/usr/bin/apt-get")),
        NAME,
        "it is installed with debootstrap and chroot, which only root can, on Debian or Ubuntu");
    Files.createDirectories(ROOT.getParent());
    Path log = ROOT.resolveSibling("synapse.log");
    Process installing =
        new ProcessBuilder("sh", "-euc", INSTALL, "install", ROOT.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = installing.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      installing.descendants().forEach(ProcessHandle::destroy);
      installing.destroy();
    }
    ServerMissingException.unless(
        ended && installing.exitValue() == 0, NAME, "its installation failed, see " + log);
  }

  private Process run(String... more) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "chroot",
                    ROOT.toString(),
                    "python3",
                    "-m",
                    "synapse.app.homeserver",
                    "-c",
                    "/" + ROOT.relativize(folder) + "/homeserver.yaml"),
                Stream.of(more))
            .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  /** Starts it, again on the same port and over the same rooms. */
  public void up() throws IOException, InterruptedException {
    process = run();
    Ports.await(port, process, NAME, folder.resolve("out"));
  }

  /** Kills it; the rooms stay. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public String url() {
    return "http://127.0.0.1:%d".formatted(port);
  }

  /** Makes an account. */
  public Account register(String name) throws Exception {
    String path = "/_synapse/admin/v1/register";
    String nonce = send("GET", path, "", Map.of()).path("nonce").asText();
    String signed = String.join("\0", nonce, name, name + "-pass", "notadmin");
    JsonNode made =
        send(
            "POST",
            path,
            "",
            Map.of(
                "nonce",
                nonce,
                "username",
                name,
                "password",
                name + "-pass",
                "admin",
                false,
                "mac",
                mac(signed)));
    return new Account(made.path("user_id").asText(), made.path("access_token").asText());
  }

  private static String mac(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes a room, and has others join it. */
  public String room(Account by, Map<String, ?> settings, Account... others) throws Exception {
    String room = ask(by, "POST", "createRoom", settings).path("room_id").asText();
    for (Account other : others) {
      join(by, room, other);
    }
    return room;
  }

  /** Has somebody come in. */
  public void join(Account by, String room, Account other) throws Exception {
    ask(by, "POST", in(room, "invite"), Map.of("user_id", other.id()));
    ask(other, "POST", in(room, "join"), Map.of());
  }

  /** Sends a message, and returns its id. */
  public String say(Account by, String room, String text, Map<String, ?> more) throws Exception {
    ObjectNode content = JSON.createObjectNode().put("msgtype", "m.text").put("body", text);
    content.setAll((ObjectNode) JSON.valueToTree(more));
    String path = in(room, "send/m.room.message/t" + ++transactions);
    return ask(by, "PUT", path, content).path("event_id").asText();
  }

  /** Edits a message, and returns the id of the edit. */
  public String edit(Account by, String room, String message, String text) throws Exception {
    return say(
        by,
        room,
        "* " + text,
        Map.of(
            "m.new_content",
            Map.of("msgtype", "m.text", "body", text),
            "m.relates_to",
            Map.of("rel_type", "m.replace", "event_id", message)));
  }

  /** Takes back a message or an edit. */
  public void redact(Account by, String room, String event) throws Exception {
    String path = "redact/%s/t%d".formatted(encoded(event), ++transactions);
    ask(by, "PUT", in(room, path), Map.of());
  }

  /** What lies below a room in the API. */
  public static String in(String room, String path) {
    return "rooms/%s/%s".formatted(encoded(room), path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Any other call of the Client-Server API. */
  public JsonNode ask(Account by, String method, String path, Object body) throws Exception {
    return send(method, "/_matrix/client/v3/" + path, by.token(), body);
  }

  private JsonNode send(String method, String path, String token, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    request.method(
        method,
        method.equals("GET")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "the homeserver answers %d to %s %s: %s"
              .formatted(
                  answer.statusCode(),
                  method,
                  path,
                  new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    client.close();
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
