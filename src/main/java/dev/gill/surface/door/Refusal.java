package dev.gill.surface.door;

import dev.gill.surface.Texts;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * Why a request is not answered, as RFC 9457 describes it. What to do about it stands in the texts
 * of each language under its kind.
 *
 * @param status the HTTP status
 * @param title the kind in words, which stays the same in every language
 * @param values what is filled in
 * @param retrySeconds when it is worth trying again; 0 if that would change nothing
 * @param ends whether nothing more is read from the connection
 */
record Refusal(int status, String title, List<Object> values, int retrySeconds, boolean ends) {
  static final Refusal NO_HOST = new Refusal(400, "Invalid host");
  static final Refusal ANOTHER_PAGE = new Refusal(403, "Cross-site request");
  static final Refusal TOO_SLOW = new Refusal(408, "Body too slow");
  static final Refusal FRAMING = new Refusal(400, "Unclear length", List.of(), 0, true);
  static final Refusal BUSY = new Refusal(503, "Too busy", List.of(), 5, false);
  static final Refusal TOO_MANY = new Refusal(429, "Too many questions", List.of(), 2, false);

  static final Refusal SIGN_IN = new Refusal(401, "Sign-in needed");
  static final Refusal BAD_TOKEN = new Refusal(401, "Invalid token");
  static final Refusal UNCHECKED = new Refusal(503, "Token not checked", List.of(), 5, false);

  /** Kinds of requests that cannot be read at all. */
  static final String ADDRESS_TOO_LONG = "address";

  static final String BROKEN_ADDRESS = "escapes";
  static final String HEADERS_TOO_LONG = "headers";
  static final String NO_REQUEST = "request";

  private Refusal(int status, String title) {
    this(status, title, List.of(), 0, false);
  }

  static Refusal unknownHost(Authority host) {
    return new Refusal(421, "Unknown host", List.of(host.host()), 0, false);
  }

  static Refusal tooLarge(int mostBytes) {
    return new Refusal(413, "Body too large", List.of(mostBytes / 1024), 0, false);
  }

  /** Of somebody who asks too often. */
  static Refusal tooFast(long seconds) {
    return new Refusal(429, "Too fast", List.of(seconds), (int) Math.max(1, seconds), false);
  }

  /** Of a request that cannot be read. */
  static Refusal unreadable(String kind) {
    return switch (kind) {
      case ADDRESS_TOO_LONG -> new Refusal(414, "Address too long", List.of(), 0, true);
      case BROKEN_ADDRESS -> new Refusal(400, "Invalid address");
      case HEADERS_TOO_LONG -> new Refusal(431, "Headers too long", List.of(), 0, true);
      default -> new Refusal(400, "Unreadable request", List.of(), 0, true);
    };
  }

  /** Its kind, for programs. */
  String kind() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** For a person. */
  String text(Texts t) {
    return t.of("refusal." + kind() + ".title") + "\n\n" + detail(t) + "\n";
  }

  /** For a program. */
  String problem(Texts t) {
    return new JsonObject()
        .put("type", "urn:gill:problem:" + kind())
        .put("title", title)
        .put("status", status)
        .put("detail", detail(t))
        .encode();
  }

  /** For a client of OpenAI's interface. */
  String openAi(Texts t) {
    String type =
        status == 429
            ? "rate_limit_error"
            : status >= 500 ? "server_error" : "invalid_request_error";
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("message", detail(t))
                .put("type", type)
                .putNull("param")
                .put("code", kind().replace('-', '_')))
        .encode();
  }

  /** One sentence or two that say what to do. */
  private String detail(Texts t) {
    return t.filled("refusal." + kind(), values.toArray());
  }
}
