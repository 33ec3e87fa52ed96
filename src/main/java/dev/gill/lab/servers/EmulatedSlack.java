package dev.gill.lab.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Slack's Web API as the npm package {@code emulate} plays it, with some people, the app {@code
 * kb}, and the channels {@code ops} and {@code secret}, in which all are. It posts no events, and
 * forgets everything when it ends.
 */
public final class EmulatedSlack implements AutoCloseable {
  /** The tokens of the app and of two people. */
  public static final String APP = "xoxb-bot";

  public static final String ALICE = "xoxp-alice";
  public static final String BOB = "xoxp-bob";

  private static final Path FOLDER = Path.of("target", "servers", "slack").toAbsolutePath();
  private static final String PACKAGE = "emulate@0.12.2";
  private static final long PATIENCE_MINUTES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT =
      """
      import { createEmulator } from 'emulate';
      const port = Number(process.argv[2]);
      const people = process.argv.slice(3);
      await createEmulator({ service: 'slack', port, hostname: '127.0.0.1',
        baseUrl: `http://127.0.0.1:${port}`, seed: { slack: {
          team: { name: 'Lab', domain: 'lab' },
          users: [ ...people.map(name => ({ name, email: `${name}@lab.example` })), { name: 'kb' } ],
          channels: [ { name: 'ops' }, { name: 'secret', is_private: true } ],
          tokens: [ { token: 'xoxb-bot', user: 'kb' },
                    ...people.map(name => ({ token: `xoxp-${name}`, user: name })) ] } } });
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private EmulatedSlack(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one with {@code alice} and {@code bob}.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static EmulatedSlack start() throws IOException, InterruptedException {
    return start(List.of("alice", "bob"));
  }

  /**
   * Starts one with these people.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static EmulatedSlack start(List<String> people) throws IOException, InterruptedException {
    install();
    Files.writeString(FOLDER.resolve("server.mjs"), SCRIPT);
    int port = Ports.free();
    Path log = FOLDER.resolve("server.log");
    List<String> command = new ArrayList<>(List.of("node", "server.mjs", Integer.toString(port)));
    command.addAll(people);
    Process process = process(log, command.toArray(String[]::new));
    Ports.await(port, process, "emulator of Slack", log);
    return new EmulatedSlack(process, port);
  }

  private static synchronized void install() throws IOException, InterruptedException {
    if (Files.exists(FOLDER.resolve("complete"))) {
      return;
    }
    Files.createDirectories(FOLDER);
    Path log = FOLDER.resolve("install.log");
    Process npm =
        process(log, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE);
    boolean ended = npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      npm.destroyForcibly();
    }
    ServerMissingException.unless(
        ended && npm.exitValue() == 0,
        "emulator of Slack",
        "npm cannot install it: " + Files.readString(log).strip());
    Files.createFile(FOLDER.resolve("complete"));
  }

  private static Process process(Path log, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .directory(FOLDER.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new ServerMissingException(
          "emulator of Slack", "there is no %s here; install Node 20".formatted(command[0]));
    }
  }

  /** Somebody's token. */
  public static String token(String name) {
    return "xoxp-" + name;
  }

  public int port() {
    return port;
  }

  /** The address below which the methods lie. */
  public String url() {
    return "http://127.0.0.1:%d/api/".formatted(port);
  }

  /**
   * Calls a method, with parameters as name, value, name, value.
   *
   * @throws IllegalStateException if it answers with an error
   */
  public JsonNode call(String token, String method, String... parameters)
      throws IOException, InterruptedException {
    List<String> form = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + method))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", form)))
            .build();
    JsonNode answer = JSON.readTree(send(request));
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException(method + " answers " + answer);
    }
    return answer;
  }

  /** It ends connections that rest for five seconds, perhaps just when one is used again. */
  private String send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  /** The id of a channel that somebody sees. */
  public String channel(String token, String name) throws IOException, InterruptedException {
    for (JsonNode each :
        call(token, "conversations.list", "types", "public_channel,private_channel")
            .path("channels")) {
      if (each.path("name").asText().equals(name)) {
        return each.path("id").asText();
      }
    }
    throw new IllegalStateException("there is no channel " + name);
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }
}
