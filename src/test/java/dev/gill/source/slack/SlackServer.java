package dev.gill.source.slack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * One workspace for tests of the whole of Gill. Their classes are loaded twice, so what both need
 * to know of it stands among the properties of the system.
 */
public final class SlackServer {
  /** The token that it knows. */
  public static final String TOKEN = SmallSlack.TOKEN;

  private static final String URL = "slack-server.url";
  private static final String ROOT = "slack-server.root";
  private static final String ANSWER = "slack-server.answer";

  private SlackServer() {}

  /** Its address; it is started when somebody asks for it first. */
  public static synchronized String url() throws IOException {
    if (System.getProperty(URL) == null) {
      SmallSlack slack = new SmallSlack();
      slack.user("U1", "mira");
      slack.user("U2", "jonas");
      slack.channel("C1", "ops", Kind.PUBLIC, "U1", "U2");
      String root = slack.post("C1", "U1", "How long are backups of the wiki kept?");
      System.setProperty(ROOT, root);
      System.setProperty(
          ANSWER, slack.reply("C1", root, "U2", "Backups of the wiki are kept for 35 days."));
      for (int i = 0; i < 250; i++) {
        slack.thread("C1", "U1", "Release %d went out to everybody.".formatted(i));
      }
      System.setProperty(URL, slack.url());
    }
    return System.getProperty(URL);
  }

  /** Changes what was answered to the question, and returns the event that Slack posts then. */
  public static String editAnswer(String text) throws IOException, InterruptedException {
    String answer = System.getProperty(ANSWER);
    String form =
        "channel=C1&ts=%s&text=%s"
            .formatted(answer, URLEncoder.encode(text, StandardCharsets.UTF_8));
    HttpRequest update =
        HttpRequest.newBuilder(URI.create(url() + "chat.update"))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(update, BodyHandlers.discarding());
    }
    return """
        {"type":"event_callback","team_id":"T1","event":{"type":"message",
         "subtype":"message_changed","channel":"C1","ts":"1772009999.000100",
         "message":{"ts":"%s","thread_ts":"%s"}}}"""
        .formatted(answer, System.getProperty(ROOT));
  }
}
