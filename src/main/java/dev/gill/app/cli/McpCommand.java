package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets an agent that starts its tools as programs ask a running Gill. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description =
        "Speaks the Model Context Protocol on standard input and output, for an agent that starts its tools as programs; a running Gill answers.")
final class McpCommand implements Callable<Integer> {
  @Option(names = "--url", description = "Where Gill runs; by default as the configuration says.")
  private URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the access token, where people sign in; by default GILL_TOKEN.")
  private Path tokenFile;

  @Override
  public Integer call() throws IOException, InterruptedException {
    URI base = url == null ? configured() : url;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (McpBridge bridge = new McpBridge(base.resolve("/mcp"), token(), out::println)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        bridge.pass(line);
      }
    }
    return 0;
  }

  private Optional<String> token() throws IOException {
    if (tokenFile == null) {
      return Optional.ofNullable(System.getenv("GILL_TOKEN")).filter(token -> !token.isBlank());
    }
    try (var lines = Files.lines(CalledFrom.resolve(tokenFile))) {
      return lines.findFirst().map(String::strip).filter(token -> !token.isEmpty());
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new IOException("The token file cannot be read; name one that you may read.", e);
    }
  }

  private static URI configured() {
    return URI.create("http://localhost:" + ConfigFile.port(ConfigFile.read()));
  }
}
