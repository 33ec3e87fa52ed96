package dev.gill.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.app.config.ConfigFile;
import dev.gill.model.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a running Gill one question. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description =
        "Asks a running Gill one question, as whoever owns the token in GILL_TOKEN where people sign in; exits with 1 if it does not know for sure.")
final class AskCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  private List<String> words;

  @Option(names = "--url", description = "Where Gill runs; by default as the configuration says.")
  private URI url;

  @Spec private CommandSpec spec;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode reply = post(String.join(" ", words));
    PrintWriter out = spec.commandLine().getOut();
    String status = reply.path("status").asText();
    if (status.equals("answered")) {
      out.println(Visible.of(reply.path("answer").asText()));
      reply.path("citations").forEach(citation -> print(citation, out));
    } else if (status.equals("near")) {
      out.println("I'm not sure. This is near, but may not answer:");
      reply.path("citations").forEach(citation -> print(citation, out));
    } else {
      out.println(
          reply.hasNonNull("answer")
              ? Visible.of(reply.path("answer").asText())
              : "I don't know: nothing in the documents supports an answer. What came nearest:");
      StreamSupport.stream(reply.path("nearest").spliterator(), false)
          .map(passage -> place(passage.path("document")))
          .distinct()
          .forEach(place -> out.println("  - " + place));
    }
    if (!status.equals("answered") && reply.hasNonNull("firstPass")) {
      out.println();
      out.println(firstPass(reply.path("firstPass")));
    }
    reply.path("standstills").forEach(each -> out.println("\n" + standstill(each)));
    if (reply.hasNonNull("asOf")) {
      out.println();
      out.println("As of " + toTheSecond(reply.path("asOf")));
    }
    out.flush();
    return status.equals("answered") ? 0 : 1;
  }

  private static String firstPass(JsonNode pass) {
    String of = pass.hasNonNull("of") ? " of " + pass.path("of").asLong() : "";
    return "Still reading: %d%s documents read. Ask again in a moment."
        .formatted(pass.path("read").asLong(), of);
  }

  private static String standstill(JsonNode source) {
    return Visible.of(
        "%s has stood still since %s. %s"
            .formatted(
                source.path("source").asText(),
                toTheSecond(source.path("since")),
                source.path("why").asText()));
  }

  private void print(JsonNode citation, PrintWriter out) {
    out.println();
    String quote = Visible.of(citation.path("quote").asText());
    out.println("[%d] “%s”".formatted(citation.path("marker").asInt(), quote));
    JsonNode document = citation.path("document");
    String columns =
        document
            .path("columns")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(" | "));
    if (!columns.isEmpty()) {
      out.println("    in the columns " + Visible.of(columns));
    }
    out.println("    " + place(document));
    out.println("    revision " + Visible.of(citation.path("revision").asText()));
    String link = citation.path("document").path("url").asText("");
    if (!link.isEmpty()) {
      out.println("    " + Visible.of(link));
    }
  }

  private static String place(JsonNode document) {
    StringBuilder place = new StringBuilder(document.path("id").asText());
    document.path("headings").forEach(heading -> place.append(" › ").append(heading.asText()));
    String author = document.path("author").asText("");
    String dated = document.path("dated").asText();
    if (!author.isEmpty()) {
      place.append(dated.equals("verified") ? ", verified by " : ", by ").append(author);
    }
    place.append(dated.equals("file") ? ", file changed " : ", ");
    return Visible.of(place.append(toTheSecond(document.path("modified"))).toString());
  }

  private static String toTheSecond(JsonNode instant) {
    return Instant.parse(instant.asText()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private JsonNode post(String question) throws IOException, InterruptedException {
    URI base = url == null ? configured() : url;
    HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve("/api/ask"));
    String token = System.getenv("GILL_TOKEN");
    if (token != null && !token.isBlank()) {
      builder.header("Authorization", "Bearer " + token.strip());
    }
    HttpRequest request =
        builder
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    json.writeValueAsString(Map.of("question", question))))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode reply = json.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new IOException(
            reply.path("detail").asText("Gill answered with HTTP " + response.statusCode() + "."));
      }
      return reply;
    } catch (ConnectException e) {
      throw new IOException("No Gill answers at %s; start it with ./gill up.".formatted(base), e);
    }
  }

  private static URI configured() {
    return URI.create("http://localhost:" + ConfigFile.port(ConfigFile.read()));
  }
}
