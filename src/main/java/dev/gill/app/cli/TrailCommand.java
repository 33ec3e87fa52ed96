package dev.gill.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.LedgerSettings;
import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.ledger.sql.Database;
import dev.gill.ledger.sql.SqlTrailBook;
import dev.gill.surface.KeptQuestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done with the trail. */
@Command(
    name = "trail",
    mixinStandardHelpOptions = true,
    description = "Writes out what is kept of questions.",
    subcommands = TrailCommand.Export.class)
final class TrailCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Writes all of it. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Writes every question that is kept, newest first, an object of JSON a line; also while Gill runs.")
  static final class Export implements Callable<Integer> {
    private static final int TOGETHER = 500;

    @Option(names = "--url", description = "Where Gill runs; by default as the configuration says.")
    private URI url;

    @Spec private CommandSpec spec;

    private final ObjectMapper json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Override
    public Integer call() throws IOException, InterruptedException {
      GillConfig config = ConfigFile.of(ConfigFile.read());
      if (url != null) {
        ask(url);
        return 0;
      }
      Optional<Database> database = LedgerSettings.existing(config);
      if (database.isEmpty()) {
        throw new IOException("No questions are kept here; gill.trail.days switches that on.");
      }
      try {
        read(new SqlTrailBook(database.get()));
      } catch (LedgerException held) {
        if (config.ledger().url().isPresent()) {
          throw held;
        }
        ask(URI.create("http://localhost:" + ConfigFile.port(ConfigFile.read())));
      }
      return 0;
    }

    private void read(TrailBook book) throws IOException {
      OptionalLong before = OptionalLong.empty();
      do {
        TrailBook.Page page = book.page(before, TOGETHER);
        for (Entry entry : page.entries()) {
          print(json.writeValueAsString(KeptQuestion.of(entry, _ -> true)));
        }
        before = page.next();
      } while (before.isPresent());
    }

    /** The file of a running Gill is its alone. */
    private void ask(URI base) throws IOException, InterruptedException {
      String next = "";
      do {
        JsonNode page = get(base, "/api/trail?limit=" + TOGETHER + next);
        for (JsonNode question : page.path("questions")) {
          print(json.writeValueAsString(question));
        }
        next = page.hasNonNull("next") ? "&before=" + page.path("next").asLong() : "";
      } while (!next.isEmpty());
    }

    private JsonNode get(URI base, String path) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(Duration.ofSeconds(60))
              .header("Accept", "application/json")
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode reply = json.readTree(response.body());
        if (response.statusCode() != 200) {
          throw new IOException(
              reply
                  .path("detail")
                  .asText("Gill answered with HTTP " + response.statusCode() + "."));
        }
        return reply;
      } catch (ConnectException e) {
        throw new IOException(
            "No Gill answers at %s, and its trail cannot be read otherwise; start it with ./gill up."
                .formatted(base),
            e);
      }
    }

    private void print(String line) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }
}
