package dev.gill.source.mediawiki;

import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import dev.gill.source.http.Credential;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Signs in with a bot password, which gives a session that lives in cookies. */
record SignIn(WikiApi api, MediaWikiSettings.Login login, Supplier<SourceException> refused) {
  Credential session() throws SourceException, InterruptedException {
    WikiApi.Posted token =
        api.post(Map.of("action", "query", "meta", "tokens", "type", "login"), Optional.empty());
    Map<String, String> cookies = new TreeMap<>(token.cookies());
    WikiApi.Posted answer =
        api.post(
            Map.of(
                "action",
                "login",
                "lgname",
                login.name(),
                "lgpassword",
                login.password().reveal(),
                "lgtoken",
                token.json().path("query").path("tokens").path("logintoken").asText()),
            cookies.isEmpty() ? Optional.empty() : Optional.of(credential(cookies)));
    cookies.putAll(answer.cookies());
    if (!answer.json().path("login").path("result").asText().equals("Success")
        || cookies.isEmpty()) {
      throw refused.get();
    }
    return credential(cookies);
  }

  private static Credential credential(Map<String, String> cookies) {
    return new Credential.Header(
        "Cookie",
        Secret.of(
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "))));
  }

  /** The cookies that an answer sets, by name. */
  static Map<String, String> cookies(HttpHeaders headers) {
    Map<String, String> cookies = new TreeMap<>();
    for (String line : headers.allValues("Set-Cookie")) {
      String pair = line.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals > 0 && !pair.substring(equals + 1).equals("deleted")) {
        cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return cookies;
  }
}
