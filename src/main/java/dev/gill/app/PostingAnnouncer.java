package dev.gill.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.gaps.Announcer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts to an address as JSON: {@code text}, which channels of most chats show as it is, and the
 * same in parts for a program. The address is a secret and is never repeated.
 */
final class PostingAnnouncer implements Announcer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;

  PostingAnnouncer(URI address) {
    this.address = address;
  }

  @Override
  public void asked(int times, Optional<String> question) throws IOException, InterruptedException {
    String what = question.map(each -> ": “" + each + "”").orElse("");
    ObjectNode body =
        JSON.createObjectNode()
            .put("text", "Asked %d times, nobody wrote it down%s".formatted(times, what))
            .put("kind", "gap")
            .put("times", times);
    question.ifPresent(each -> body.put("question", each));
    post(body);
  }

  @Override
  public void verifyAnew(String person, Optional<String> question)
      throws IOException, InterruptedException {
    String what = question.map(each -> ": “" + each + "”").orElse("");
    ObjectNode body =
        JSON.createObjectNode()
            .put("text", "%s, does this verified answer still hold?%s".formatted(person, what))
            .put("kind", "verify")
            .put("person", person);
    question.ifPresent(each -> body.put("question", each));
    post(body);
  }

  private void post(ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    int status;
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IOException(
          "gill.gaps.webhook cannot be reached (%s); check the address and the network."
              .formatted(e.getClass().getSimpleName()));
    }
    if (status / 100 != 2) {
      throw new IOException(
          "gill.gaps.webhook answered with HTTP %d; have the channel give out a new address."
              .formatted(status));
    }
  }
}
