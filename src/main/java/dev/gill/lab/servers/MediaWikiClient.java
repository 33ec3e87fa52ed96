package dev.gill.lab.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the API of a MediaWiki, with the cookies of whoever signed in. */
final class MediaWikiClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final URI api;

  MediaWikiClient(URI api) {
    this.api = api;
  }

  JsonNode query(String... pairs) throws Exception {
    Map<String, String> asked = map(pairs);
    asked.putIfAbsent("action", "query");
    return post(asked);
  }

  void act(String... pairs) throws Exception {
    JsonNode answer = post(map(pairs));
    if (answer.has("error")
        || failed(answer.path("clientlogin"))
        || failed(answer.path("createaccount"))) {
      throw new IllegalStateException("the wiki answers " + answer);
    }
  }

  private static boolean failed(JsonNode answer) {
    return answer.path("status").asText().equals("FAIL");
  }

  private JsonNode post(Map<String, String> asked) throws Exception {
    asked.put("format", "json");
    asked.put("formatversion", "2");
    String form =
        asked.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return JSON.readTree(
        client
            .send(
                HttpRequest.newBuilder(api)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Override
  public void close() {
    client.close();
  }
}
