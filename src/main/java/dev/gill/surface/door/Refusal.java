package dev.gill.surface.door;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * Why a request is not answered, as RFC 9457 describes it.
 *
 * @param status the HTTP status
 * @param title the kind in words
 * @param detail one sentence or two that say what to do
 * @param retrySeconds when it is worth trying again; 0 if that would change nothing
 * @param ends whether nothing more is read from the connection
 */
record Refusal(int status, String title, String detail, int retrySeconds, boolean ends) {
  private Refusal(int status, String title, String detail) {
    this(status, title, detail, 0, false);
  }

  static final Refusal NO_HOST =
      new Refusal(
          400,
          "Invalid host",
          "A request must name one host, in one Host header, and that rightly.");

  static final Refusal ANOTHER_PAGE =
      new Refusal(
          403,
          "Cross-site request",
          "Another site's page may not send this request. If Gill's own page did, have the proxy"
              + " before it pass the Host header on and set gill.http.hosts to the name in it.");

  static final Refusal TOO_SLOW =
      new Refusal(
          408,
          "Body too slow",
          "The body did not come in time; send the request anew, all of it at once.");

  static final Refusal FRAMING =
      new Refusal(
          400,
          "Unclear length",
          "Send the body with a Content-Length or as Transfer-Encoding: chunked, not with both and with no other coding.",
          0,
          true);

  static final Refusal BUSY =
      new Refusal(
          503,
          "Too busy",
          "As many questions wait for Gill as it can answer in a few seconds; ask again in a moment.",
          5,
          false);

  static final Refusal TOO_MANY =
      new Refusal(
          429,
          "Too many questions",
          "Too many of your questions are being answered at once; ask again in a moment.",
          2,
          false);

  static Refusal unknownHost(Authority host) {
    return new Refusal(
        421,
        "Unknown host",
        "Gill does not answer as %s. If that is a name of this Gill, add it to gill.http.hosts."
            .formatted(host.host()));
  }

  static Refusal tooLarge(int mostBytes) {
    return new Refusal(
        413,
        "Body too large",
        "Send at most %d KiB; questions are much shorter.".formatted(mostBytes / 1024));
  }

  /** Its kind, for programs. */
  String kind() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** For a person. */
  String text() {
    return title + "\n\n" + detail + "\n";
  }

  /** For a program. */
  String problem() {
    return new JsonObject()
        .put("type", "urn:gill:problem:" + kind())
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .encode();
  }
}
