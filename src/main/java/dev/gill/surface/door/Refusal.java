package dev.gill.surface.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Why a request is not answered, as RFC 9457 describes it.
 *
 * @param status the HTTP status
 * @param title the kind in words
 * @param detail one sentence or two that say what to do
 */
record Refusal(int status, String title, String detail) {
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

  private static final int LAST_BYTES_MILLIS = 2_000;

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

  /** Sends it, to a person's browser as text. */
  void send(RoutingContext context) {
    HttpServerRequest request = context.request();
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean person = accept != null && accept.contains("text/html");
    if (Bodies.isComing(request)) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      closeSoon(request, context.vertx());
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            person ? "text/plain;charset=UTF-8" : "application/problem+json")
        .end(person ? title + "\n\n" + detail + "\n" : problem());
  }

  /** Not at once, since a client whose bytes find no taker may never read the answer. */
  private static void closeSoon(HttpServerRequest request, Vertx vertx) {
    request.handler(_ -> {});
    request.endHandler(_ -> request.connection().close());
    vertx.setTimer(LAST_BYTES_MILLIS, _ -> request.connection().close());
  }

  private String problem() {
    return new JsonObject()
        .put("type", "urn:gill:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'))
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .encode();
  }
}
